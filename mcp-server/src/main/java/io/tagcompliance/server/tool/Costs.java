package io.tagcompliance.server.tool;

import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.check.ScanFacts;
import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.server.document.Shares;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shapes what resources cost for answers. */
final class Costs {
    static final String NOT_ON_THE_BILL =
            "not on the bill of that month: made later, free, or billed as a part of another";

    private Costs() {}

    /** @throws RefusalException where a least cost is asked for and no cost is known */
    static void require(CheckSpend spend, BigDecimal leastCost, String name) {
        if (leastCost.signum() > 0 && spend instanceof CheckSpend.Unknown unknown) {
            throw RefusalException.invalid(name, "needs costs of resources, and " + unknown.reason());
        }
    }

    /** What the order of rows rests on: once costs are known they are sorted by these, and no page goes on from another order. */
    static String order(ScanFacts facts, CheckSpend spend) {
        String scan = facts.scan().text();
        return spend instanceof CheckSpend.Known known ? scan + " " + known.period() : scan;
    }

    static @Nullable BigDecimal amount(MonthlyCost cost) {
        return cost instanceof MonthlyCost.Known known ? Amounts.exact(known.money()) : null;
    }

    /** What it comes to for everything listed. */
    static @Nullable BigDecimal impact(CheckSpend spend) {
        return spend instanceof CheckSpend.Known known ? Amounts.exact(known.impact()) : null;
    }

    static @Nullable String currency(CheckSpend spend) {
        return spend instanceof CheckSpend.Known known
                ? known.impact().currency().getCurrencyCode()
                : null;
    }

    static @Nullable BigDecimal weightedScore(CheckSpend spend) {
        Optional<Double> score = spend instanceof CheckSpend.Known known ? known.weightedScore() : Optional.empty();
        return score.map(ratio -> Amounts.plain(Shares.figure(ratio))).orElse(null);
    }

    /** What the costs rest on. */
    static String basis(CheckSpend spend) {
        return switch (spend) {
            case CheckSpend.Unknown unknown -> "unknown";
            case CheckSpend.Known known ->
                "effective cost, %s, %s, %s"
                        .formatted(
                                known.period(),
                                known.bill().source(),
                                known.bill().state().label());
        };
    }

    /** Says why fields about money are null. */
    static void explain(CheckSpend spend, Map<String, String> reasons, String... fields) {
        String reason = switch (spend) {
            case CheckSpend.Unknown unknown -> unknown.reason();
            case CheckSpend.Known known -> NOT_ON_THE_BILL;
        };
        for (String field : fields) {
            reasons.put(field, reason);
        }
    }
}
