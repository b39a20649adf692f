package io.tagcompliance.core.cost;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** Amounts by number, each to the last digit: nine bytes where its digits fit into a long, as nearly all do. */
final class ExactAmounts {
    /** No scale of an amount that fits: it stands apart. */
    private static final byte APART = Byte.MIN_VALUE;

    private static final int BITS_OF_A_LONG = 63;
    private static final int SCALES = 1 << Byte.SIZE;

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

    /** What the amounts of some numbers come to together: what has one scale is added up as longs, for as long as that fits. */
    BigDecimal sum(IntStream numbers) {
        long[] byScale = new long[SCALES];
        BitSet met = new BitSet(SCALES);
        BigDecimal total = BigDecimal.ZERO;
        for (PrimitiveIterator.OfInt each = numbers.iterator(); each.hasNext(); ) {
            int number = each.nextInt();
            int scale = Byte.toUnsignedInt(scales[number]);
            long before = byScale[scale];
            long after = before + digits[number];
            if (scales[number] == APART || overflows(before, digits[number], after)) {
                total = total.add(get(number));
            } else {
                byScale[scale] = after;
                met.set(scale);
            }
        }
        for (int scale = met.nextSetBit(0); scale >= 0; scale = met.nextSetBit(scale + 1)) {
            total = total.add(BigDecimal.valueOf(byScale[scale], (byte) scale));
        }
        return total;
    }

    /** Whether a sum has not the sign that both summands have. */
    private static boolean overflows(long one, long other, long sum) {
        return ((one ^ sum) & (other ^ sum)) < 0;
    }

    int compare(int one, int other) {
        return scales[one] == scales[other] && scales[one] != APART
                ? Long.compare(digits[one], digits[other])
                : get(one).compareTo(get(other));
    }
}
