package io.tagcompliance.server.tool;

import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.report.ComplianceReport.Recommendation;
import io.tagcompliance.core.report.ComplianceReport.RuleImpact;
import io.tagcompliance.core.report.ComplianceReport.Team;
import io.tagcompliance.server.tool.answer.ReportAnswer.MoreRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What the lists of a report leave out, added up, so that nobody takes a table for the whole. */
final class Remainders {
    private Remainders() {}

    static @Nullable MoreRow ofRules(List<RuleImpact> leftOut) {
        return leftOut.isEmpty()
                ? null
                : new MoreRow(
                        leftOut.size(), sum(leftOut, RuleImpact::resources), null, money(leftOut, RuleImpact::cost));
    }

    static @Nullable MoreRow ofTeams(List<Team> leftOut) {
        return leftOut.isEmpty()
                ? null
                : new MoreRow(
                        leftOut.size(),
                        sum(leftOut, Team::resources),
                        sum(leftOut, Team::failing),
                        money(leftOut, Team::cost));
    }

    static @Nullable MoreRow ofRecommendations(List<Recommendation> leftOut) {
        return leftOut.isEmpty()
                ? null
                : new MoreRow(
                        leftOut.size(),
                        sum(leftOut, Recommendation::resources),
                        null,
                        money(leftOut, Recommendation::cost));
    }

    private static <T> int sum(List<T> rows, ToIntFunction<T> count) {
        return rows.stream().mapToInt(count).sum();
    }

    /** Known of all of them, or of none: there is a bill, or there isn't. */
    private static <T> @Nullable BigDecimal money(List<T> rows, Function<T, Optional<Money>> cost) {
        return rows.stream()
                .map(cost)
                .flatMap(Optional::stream)
                .reduce(Money::plus)
                .map(Amounts::exact)
                .orElse(null);
    }
}
