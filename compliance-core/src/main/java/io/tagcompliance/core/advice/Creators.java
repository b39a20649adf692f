package io.tagcompliance.core.advice;

import io.tagcompliance.core.spi.CreatorLog.Creator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who made resources of a scan, by row, as far as that was looked up. A creator has a number, and is a person: whoever asks
 * learns which resources have the same one, and no name. Safe for many threads.
 */
final class Creators {
    /** The number of whoever made what the cloud's log says nothing of. */
    static final int UNKNOWN = -1;

    private final Map<Name, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> byRow = new ConcurrentHashMap<>();
    private final Set<Integer> unreadable = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    /** A name in the log of an account: in that of another it may be somebody else's. */
    private record Name(int account, String principal) {}

    /** Notes what a log says. One that could not be read may be asked again, after those that weren't asked yet. */
    void learn(int row, int account, Creator creator) {
        switch (creator) {
            case Creator.Known known -> byRow.put(row, number(new Name(account, known.principal())));
            case Creator.Forgotten forgotten -> byRow.put(row, UNKNOWN);
            case Creator.Unreadable denied -> unreadable.add(row);
        }
    }

    private int number(Name name) {
        return name.principal().isBlank() ? UNKNOWN : numbers.computeIfAbsent(name, absent -> next.getAndIncrement());
    }

    /** Whether a log was asked about it and answered. */
    boolean isLookedUp(int row) {
        return byRow.containsKey(row);
    }

    /** Whether a log was asked about it and could not be read. */
    boolean wasUnreadable(int row) {
        return unreadable.contains(row);
    }

    /** Who made it. */
    int of(int row) {
        return byRow.getOrDefault(row, UNKNOWN);
    }

    boolean knows(int row) {
        return of(row) != UNKNOWN;
    }

    /** All whose creator is known, in order. */
    List<Integer> rows() {
        return byRow.keySet().stream().filter(this::knows).sorted().toList();
    }
}
