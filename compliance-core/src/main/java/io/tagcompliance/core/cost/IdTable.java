package io.tagcompliance.core.cost;

import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.policy.Cloud;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Many ids of resources, each once and with a number, from zero to under the size: some forty bytes each, where a set of objects
 * takes some two hundred. What ids begin with, up to the last slash or colon, is kept once. To be read by many threads only when
 * nothing is added any more.
 */
public final class IdTable {
    /** The number of what isn't there. */
    public static final int NONE = -1;

    private static final int FIRST_ROOM = 4;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    /** Ids are strangers', who must not be able to choose those that share a hash. Nothing else depends on the seed. */
    private final long seed = UUID.randomUUID().getLeastSignificantBits();

    private final Map<Head, Integer> headNumbers = new HashMap<>();
    private final List<Head> heads = new ArrayList<>();
    private int[] slots = empty(FIRST_ROOM * 2);
    private int[] hashes = new int[FIRST_ROOM];
    private int[] headOf = new int[FIRST_ROOM];
    private int[] tailStart = new int[FIRST_ROOM + 1];
    private byte[] tails = new byte[FIRST_ROOM * 20];
    private int size;

    /** What ids of one kind and place begin with. */
    private record Head(Cloud cloud, String text) {}

    private static int[] empty(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The number of an id, which is added where it isn't there. */
    public int add(ResourceId id) {
        int hash = hash(id);
        int slot = slot(id, hash);
        if (slots[slot] == NONE) {
            append(id, hash);
            slots[slot] = size - 1;
            if (size * 2 > slots.length) {
                spread();
            }
            return size - 1;
        }
        return slots[slot];
    }

    /** The number of an id; {@link #NONE} where it isn't there. */
    public int find(ResourceId id) {
        return slots[slot(id, hash(id))];
    }

    /** Where the id stands, or would. */
    private int slot(ResourceId id, int hash) {
        int slot = first(hash);
        while (slots[slot] != NONE
                && !(hashes[slots[slot]] == hash && id(slots[slot]).equals(id))) {
            slot = next(slot);
        }
        return slot;
    }

    private int hash(ResourceId id) {
        String text = id.comparable();
        long hash = seed;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return (int) hash;
    }

    private int first(int hash) {
        return Math.floorMod(hash, slots.length);
    }

    private int next(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }

    /** The id of a number. */
    public ResourceId id(int number) {
        Head head = heads.get(headOf[number]);
        int start = tailStart[number];
        String tail = new String(tails, start, tailStart[number + 1] - start, StandardCharsets.UTF_8);
        return new ResourceId(head.cloud(), head.text().concat(tail));
    }

    private void append(ResourceId id, int hash) {
        String text = id.text();
        int end = Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1;
        byte[] tail = text.substring(end).getBytes(StandardCharsets.UTF_8);
        makeRoom(tail.length);
        hashes[size] = hash;
        headOf[size] = headNumbers.computeIfAbsent(new Head(id.cloud(), text.substring(0, end)), this::number);
        System.arraycopy(tail, 0, tails, tailStart[size], tail.length);
        tailStart[size + 1] = tailStart[size] + tail.length;
        size++;
    }

    private int number(Head head) {
        heads.add(head);
        return heads.size() - 1;
    }

    private void makeRoom(int tail) {
        if (size == hashes.length) {
            int room = grown(size);
            hashes = Arrays.copyOf(hashes, room);
            headOf = Arrays.copyOf(headOf, room);
            tailStart = Arrays.copyOf(tailStart, room + 1);
        }
        int needed = Math.addExact(tailStart[size], tail);
        if (needed > tails.length) {
            tails = Arrays.copyOf(tails, Math.max(needed, grown(tails.length)));
        }
    }

    /** Half as much again: doubling wastes more. */
    static int grown(int room) {
        return Math.addExact(room, room / 2);
    }

    private void spread() {
        slots = empty(grown(slots.length));
        for (int number = 0; number < size; number++) {
            int slot = first(hashes[number]);
            while (slots[slot] != NONE) {
                slot = next(slot);
            }
            slots[slot] = number;
        }
    }
}
