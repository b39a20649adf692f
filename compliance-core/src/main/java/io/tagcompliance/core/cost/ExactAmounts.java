package io.tagcompliance.core.cost;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Amounts by number, each to the last digit: nine bytes where its digits fit into a long, as nearly all do. */
final class ExactAmounts {
    /** No scale of an amount that fits: it stands apart. */
    private static final byte APART = Byte.MIN_VALUE;

    private static final int BITS_OF_A_LONG = 63;

    private final Map<Integer, BigDecimal> apart = new HashMap<>();
    private long[] digits = new long[16];
    private byte[] scales = new byte[16];
    private int size;

    void append(BigDecimal amount) {
        if (size == digits.length) {
            digits = Arrays.copyOf(digits, IdTable.grown(size));
            scales = Arrays.copyOf(scales, IdTable.grown(size));
        }
        set(size++, amount);
    }

    void set(int number, BigDecimal amount) {
        boolean fits = amount.unscaledValue().bitLength() <= BITS_OF_A_LONG
                && Math.abs((long) amount.scale()) <= Byte.MAX_VALUE;
        if (fits) {
            apart.remove(number);
            digits[number] = amount.unscaledValue().longValueExact();
            scales[number] = (byte) amount.scale();
        } else {
            apart.put(number, amount);
            scales[number] = APART;
        }
    }

    BigDecimal get(int number) {
        return scales[number] == APART
                ? apart.getOrDefault(number, BigDecimal.ZERO)
                : BigDecimal.valueOf(digits[number], scales[number]);
    }

    /** Begins to add up amounts. */
    Sum sum() {
        return new Sum();
    }

    /** Adds up as longs what has one scale, for as long as that fits. Confined to one thread. */
    final class Sum {
        private static final int SCALES = 1 << Byte.SIZE;

        private final long[] byScale = new long[SCALES];
        private final boolean[] met = new boolean[SCALES];
        private BigDecimal carried = BigDecimal.ZERO;

        void add(int number) {
            byte scale = scales[number];
            long before = byScale[Byte.toUnsignedInt(scale)];
            long after = before + digits[number];
            if (scale == APART || overflows(before, digits[number], after)) {
                carried = carried.add(get(number));
            } else {
                byScale[Byte.toUnsignedInt(scale)] = after;
                met[Byte.toUnsignedInt(scale)] = true;
            }
        }

        /** Whether a sum has not the sign that both summands have. */
        private static boolean overflows(long one, long other, long sum) {
            return ((one ^ sum) & (other ^ sum)) < 0;
        }

        BigDecimal total() {
            BigDecimal total = carried;
            for (int scale = 0; scale < SCALES; scale++) {
                if (met[scale]) {
                    total = total.add(BigDecimal.valueOf(byScale[scale], (byte) scale));
                }
            }
            return total;
        }
    }

    int compare(int one, int other) {
        return scales[one] == scales[other] && scales[one] != APART
                ? Long.compare(digits[one], digits[other])
                : get(one).compareTo(get(other));
    }
}
