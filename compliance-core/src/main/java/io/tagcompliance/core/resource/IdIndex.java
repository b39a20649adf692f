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
    private final FirstRows firstRows = new FirstRows();
    private final FirstRows firstFoldedRows = new FirstRows();

    /** Those rows whose last part another row had before. */
    private final Slots others = new Slots();

    private final Ints otherRows = new Ints();
    private final Ints cloudOf = new Ints();
    private final Ints shared = new Ints();
    private final Ints own = new Ints();
    private final TextPoolBuilder folded = new TextPoolBuilder();
    private final BitSet foldedClouds = new BitSet();

    /** By the number of a text: the first row whose id ends in it. Most ids end as no other one does. */
    private static final class FirstRows {
        private static final int NONE = -1;

        private final Ints rows = new Ints();

        private int of(int text) {
            return text < rows.size() ? rows.at(text) : NONE;
        }

        private void set(int text, int row) {
            while (rows.size() <= text) {
                rows.add(NONE);
            }
            rows.set(text, row);
        }
    }

    /**
     * Takes an id, where it is new.
     *
     * @param sharedText the number of its shared part among the texts of the scan
     * @param ownText    the number of the rest
     * @return its row: as many as there were where it is new
     */
    int rowOf(ResourceId id, int sharedText, int ownText) {
        int cloud = clouds.computeIfAbsent(id.cloud(), absent -> clouds.size());
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
        FirstRows first = foldedClouds.get(cloud) ? firstFoldedRows : firstRows;
        int row = first.of(ownText);
        if (row == FirstRows.NONE) {
            first.set(ownText, cloudOf.size());
            return add(cloud, sharedText, ownText);
        }
        return isAt(row, cloud, sharedText, ownText) ? row : otherRow(cloud, sharedText, ownText);
    }

    private int otherRow(int cloud, int sharedText, int ownText) {
        int hash = Slots.hash(31 * sharedText + cloud, ownText);
        int slot = others.first(hash);
        while (others.at(slot) >= 0) {
            int row = otherRows.at(others.at(slot));
            if (isAt(row, cloud, sharedText, ownText)) {
                return row;
            }
            slot = others.next(slot);
        }
        others.put(slot, hash);
        otherRows.add(cloudOf.size());
        return add(cloud, sharedText, ownText);
    }

    private boolean isAt(int row, int cloud, int sharedText, int ownText) {
        return own.at(row) == ownText && shared.at(row) == sharedText && cloudOf.at(row) == cloud;
    }

    private int add(int cloud, int sharedText, int ownText) {
        cloudOf.add(cloud);
        shared.add(sharedText);
        own.add(ownText);
        return cloudOf.size() - 1;
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
