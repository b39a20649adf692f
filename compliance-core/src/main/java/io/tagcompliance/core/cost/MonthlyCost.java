package io.tagcompliance.core.cost;

/** What one resource cost in the last closed month. */
public sealed interface MonthlyCost {
    /** The bill names it. */
    record Known(Money money) implements MonthlyCost {}

    /** The bill has charges, and none for this resource: it was made later, costs nothing, or is billed as a part of something else. */
    record NotOnTheBill() implements MonthlyCost {}

    /** It isn't known, and the check says why. */
    record Unknown() implements MonthlyCost {}

    /** Where it comes from, as answers have it: {@code bill}, {@code not_on_the_bill} or {@code unknown}. */
    default String basis() {
        return switch (this) {
            case Known known -> "bill";
            case NotOnTheBill none -> "not_on_the_bill";
            case Unknown unknown -> "unknown";
        };
    }
}
