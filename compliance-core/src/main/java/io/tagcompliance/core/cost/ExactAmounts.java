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

    int compare(int one, int other) {
        return scales[one] == scales[other] && scales[one] != APART
                ? Long.compare(digits[one], digits[other])
                : get(one).compareTo(get(other));
    }
}
