package io.tagcompliance.core.resource;

import java.time.Instant;

/** When each of some resources was made, to the nanosecond. Holds nothing where that is known of none. Immutable. */
final class Creations {
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final long[] seconds;
    private final int[] nanos;

    private Creations(long[] seconds, int[] nanos) {
        this.seconds = seconds;
        this.nanos = nanos;
    }

    /** Of rows in an order; the numbers are those that {@link Builder} gave out. */
    static Creations of(Ints numbers, Builder known, int[] order) {
        if (known.high.size() == 0) {
            return new Creations(new long[0], new int[0]);
        }
        long[] seconds = new long[order.length];
        int[] nanos = new int[known.anyNanos() ? order.length : 0];
        for (int row = 0; row < order.length; row++) {
            int number = numbers.at(order[row]);
            seconds[row] = number < 0 ? UNKNOWN : known.seconds(number);
            if (number >= 0 && nanos.length > 0) {
                nanos[row] = known.nanos.at(number);
            }
        }
        return new Creations(seconds, nanos);
    }

    Creation at(int row) {
        return epochSecond(row) == UNKNOWN
                ? Creation.UNKNOWN
                : new Creation.At(Instant.ofEpochSecond(seconds[row], nanos.length == 0 ? 0 : nanos[row]));
    }

    /** In seconds since 1970, a part of one cut off; the least of all numbers where nobody knows. */
    long epochSecond(int row) {
        return seconds.length == 0 ? UNKNOWN : seconds[row];
    }

    /** Numbers instants as they come. Confined to one thread. */
    static final class Builder {
        private final Ints high = new Ints();
        private final Ints low = new Ints();
        private final Ints nanos = new Ints();

        /** The number of an instant; negative where it is unknown. */
        int add(Creation creation) {
            return switch (creation) {
                case Creation.Unknown unknown -> -1;
                case Creation.At at -> add(at.instant());
            };
        }

        private int add(Instant instant) {
            long second = instant.getEpochSecond();
            int nano = instant.getNano();
            high.add((int) (second >> 32));
            low.add((int) second);
            nanos.add(nano);
            return nanos.size() - 1;
        }

        private long seconds(int number) {
            return ((long) high.at(number) << 32) | (low.at(number) & 0xFFFF_FFFFL);
        }

        private boolean anyNanos() {
            for (int number = 0; number < nanos.size(); number++) {
                if (nanos.at(number) != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
