package io.tagcompliance.core.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.Optional;

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

    /**
     * The share that this is of a whole, 0 to 1. None where it is no share: the whole isn't positive, or credits make this less
     * than nothing or more than all.
     *
     * @throws IllegalArgumentException where the whole is of another currency
     */
    public Optional<BigDecimal> shareOf(Money whole) {
        BigDecimal all = sameCurrency(whole);
        return all.signum() > 0 && !isNegative() && amount.compareTo(all) <= 0
                ? Optional.of(amount.divide(all, MathContext.DECIMAL64))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
