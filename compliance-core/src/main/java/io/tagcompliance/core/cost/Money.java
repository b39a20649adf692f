package io.tagcompliance.core.cost;

import java.math.BigDecimal;
import java.util.Currency;

/** An exact amount of one currency: sums keep every digit, and nothing is rounded here. Negative amounts are credits. */
public record Money(BigDecimal amount, Currency currency) {
    /** Nothing, in that currency. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException where the other amount is of another currency: these are never added */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other)), currency);
    }

    /** @throws IllegalArgumentException where the other amount is of another currency */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other)), currency);
    }

    private BigDecimal sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "amounts of " + currency + " and " + other.currency + " are never added");
        }
        return other.amount;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** Whether both are the same amount, however many zeros they are written with. */
    public boolean isSameAs(Money other) {
        return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
