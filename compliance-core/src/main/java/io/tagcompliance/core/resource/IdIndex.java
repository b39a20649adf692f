package io.tagcompliance.core.resource;

import io.tagcompliance.policy.Cloud;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which ids there are already, and in which order they come. Ids are compared as {@link ResourceId} does: those of Azure in
 * lower case, whose texts are kept here for that. Confined to one thread.
 */
final class IdIndex {
    private final Map<Cloud, Integer> clouds = new HashMap<>();
    private final Slots slots = new Slots();
    private final Ints cloudOf = new Ints();
    private final Ints shared = new Ints();
    private final Ints own = new Ints();
    private final TextPoolBuilder folded = new TextPoolBuilder();
    private final BitSet foldedClouds = new BitSet();

    /**
     * Takes an id, where it is new.
     *
     * @param sharedText the number of its shared part among the texts of the scan
     * @param ownText    the number of the rest
     * @return its row: as many as there were where it is new
     */
    int rowOf(ResourceId id, int sharedText, int ownText) {
        Integer cloud = clouds.computeIfAbsent(id.cloud(), absent -> clouds.size());
        if (!isFolded(id.cloud())) {
            return rowOf(cloud, sharedText, ownText);
        }
        foldedClouds.set(cloud);
        IdParts parts = IdParts.of(id.comparable());
        return rowOf(cloud, folded.add(parts.shared()), folded.add(parts.own()));
    }

    /**
     * Takes an id that begins as that of another row does, where it is new.
     *
     * @param own the number of the rest, of which no character needs more than a byte, among the texts of the scan
     */
    int rowLike(int like, int own, TextPoolBuilder texts) {
        int cloud = cloudOf.at(like);
        int ownText = foldedClouds.get(cloud) ? folded.add(ResourceId.folded(texts.text(own))) : own;
        return rowOf(cloud, shared.at(like), ownText);
    }

    private int rowOf(int cloud, int sharedText, int ownText) {
        int hash = Slots.hash(31 * sharedText + cloud, ownText);
        int slot = slots.first(hash);
        while (slots.at(slot) >= 0) {
            int row = slots.at(slot);
            if (own.at(row) == ownText && shared.at(row) == sharedText && cloudOf.at(row) == cloud) {
                return row;
            }
            slot = slots.next(slot);
        }
        cloudOf.add(cloud);
        shared.add(sharedText);
        own.add(ownText);
        return slots.put(slot, hash);
    }

    /** Whether ids of a cloud are compared in lower case. */
    static boolean isFolded(Cloud cloud) {
        return cloud.equals(Cloud.AZURE);
    }

    /** The rows in the order of their ids: cloud by cloud. */
    int[] inOrder(TextPool texts) {
        TextPool lowerCase = folded.build();
        int[] order = new int[cloudOf.size()];
        int from = 0;
        for (Map.Entry<Cloud, Integer> cloud : new TreeMap<>(clouds).entrySet()) {
            int to = from;
            for (int row = 0; row < order.length; row++) {
                if (cloudOf.at(row) == cloud.getValue()) {
                    order[to++] = row;
                }
            }
            IdOrder byId = new IdOrder(isFolded(cloud.getKey()) ? lowerCase : texts, shared, own);
            new RowSort(order, byId).sort(from, to);
            from = to;
        }
        return order;
    }
}
