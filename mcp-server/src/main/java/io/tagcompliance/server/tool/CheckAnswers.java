package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.check.BilledUnseen;
import io.tagcompliance.core.check.Breakdown;
import io.tagcompliance.core.check.Breakdown.Part;
import io.tagcompliance.core.check.Breakdown.TagFigures;
import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.Counts;
import io.tagcompliance.core.check.Score;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.server.tool.answer.CheckAnswer;
import io.tagcompliance.server.tool.answer.CheckAnswer.BilledNotScanned;
import io.tagcompliance.server.tool.answer.CheckAnswer.ExemptionRow;
import io.tagcompliance.server.tool.answer.CheckAnswer.FiguresRow;
import io.tagcompliance.server.tool.answer.CheckAnswer.PartRow;
import io.tagcompliance.server.tool.answer.CheckAnswer.TagRow;
import io.tagcompliance.server.tool.answer.CheckAnswer.ViolatorRow;
import io.tagcompliance.server.tool.answer.Provenance;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shapes one check into answers that differ in their rows only. */
final class CheckAnswers {
    private static final String BILLED_NOT_SCANNED =
            "on the bill of the last closed month and not in the scan: deleted since, of a type that is not read, or missed";

    private final ComplianceCheck check;
    private final int parts;
    private final Provenance provenance;

    CheckAnswers(ComplianceCheck check, int parts) {
        this.check = check;
        this.parts = parts;
        this.provenance = Provenances.of(check.facts());
    }

    ObjectNode with(List<ViolatorRow> rows, Optional<String> nextCursor) {
        Breakdown breakdown = check.breakdown();
        return Json.tree(new CheckAnswer(
                Figure.row(check.figures()),
                Costs.weightedScore(check.spend()),
                Costs.impact(check.spend()),
                Costs.currency(check.spend()),
                Costs.basis(check.spend()),
                unseen(),
                check.figures().violations(),
                check.violations().size(),
                rows,
                nextCursor.orElse(null),
                howToNarrow(nextCursor),
                clouds(breakdown),
                rows(breakdown.byType(), CheckAnswers::ofType),
                rows(breakdown.byAccount(), CheckAnswers::ofAccount),
                rows(breakdown.byRegion(), CheckAnswers::ofRegion),
                breakdown.byTag().stream().limit(parts).map(CheckAnswers::row).toList(),
                check.waived().inGrace(),
                exemptions(),
                totals(breakdown),
                null,
                check.kept().label(),
                nullReasons(),
                provenance));
    }

    private @Nullable BilledNotScanned unseen() {
        return check.spend() instanceof CheckSpend.Known known
                ? known.unseen()
                        .filter(unseen -> unseen.resources() > 0)
                        .map(this::row)
                        .orElse(null)
                : null;
    }

    private BilledNotScanned row(BilledUnseen unseen) {
        Map<String, Integer> byType = new LinkedHashMap<>();
        unseen.byType().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> type) -> -type.getValue()))
                .limit(parts)
                .forEach(type -> byType.put(SafeText.of(type.getKey()).text(), type.getValue()));
        return new BilledNotScanned(
                unseen.resources(),
                Amounts.exact(unseen.cost()),
                byType,
                unseen.dearest().stream()
                        .map(id -> SafeText.of(id.text()).text())
                        .toList(),
                BILLED_NOT_SCANNED);
    }

    private Map<String, String> nullReasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        Costs.explain(check.spend(), reasons, "cost_impact_monthly");
        if (check.spend() instanceof CheckSpend.Unknown) {
            Costs.explain(check.spend(), reasons, "total_cost_impact", "currency", "spend_weighted_score");
        } else if (Costs.weightedScore(check.spend()) == null) {
            reasons.put(
                    "spend_weighted_score",
                    "part of the estate could not be read, or nothing that it has is on the bill");
        }
        reasons.put("cross_cloud_inconsistencies", "not compared yet");
        if (!(check.figures().score() instanceof Score.Known)) {
            reasons.put(
                    "compliance_score",
                    check.figures().score() instanceof Score.Withheld
                            ? "part of the estate could not be read; see gaps and unknown_tags"
                            : Figure.nothingToScore(check.figures()));
        }
        return reasons;
    }

    private String howToNarrow(Optional<String> nextCursor) {
        return nextCursor.isEmpty()
                ? ""
                : "next_cursor gives more rows, fields shorter ones; resource_types, filters and severity narrow; detail=full lists more parts";
    }

    private static Map<String, FiguresRow> clouds(Breakdown breakdown) {
        Map<String, FiguresRow> clouds = new LinkedHashMap<>();
        breakdown.byCloud().forEach(part -> clouds.put(part.cloud().id(), Figure.row(part.figures())));
        return clouds;
    }

    /** Those that most resources use first. */
    private List<ExemptionRow> exemptions() {
        return check.waived().exemptions().stream()
                .sorted(Comparator.comparingInt(use -> -use.resources()))
                .limit(parts)
                .map(use -> exemption(use.exemption(), use.resources()))
                .toList();
    }

    static ExemptionRow exemption(Exemption exemption, int resources) {
        return new ExemptionRow(
                exemption.id(),
                exemption.owner(),
                exemption.reason(),
                exemption.expires().toString(),
                resources);
    }

    private Map<String, Integer> totals(Breakdown breakdown) {
        Map<String, Integer> totals = new LinkedHashMap<>();
        totals.put("by_resource_type", breakdown.byType().size());
        totals.put("by_account", breakdown.byAccount().size());
        totals.put("by_region", breakdown.byRegion().size());
        totals.put("by_tag", breakdown.byTag().size());
        totals.put("exemptions", check.waived().exemptions().size());
        return totals;
    }

    private <T> List<PartRow> rows(List<Part<T>> all, Function<Part<T>, PartRow> row) {
        return all.stream().limit(parts).map(row).toList();
    }

    private static PartRow ofType(Part<ResourceType> part) {
        return row(part, SafeText.of(part.part().name()).text(), null, null);
    }

    private static PartRow ofAccount(Part<AccountId> part) {
        return row(part, null, SafeText.of(part.part().text()).text(), null);
    }

    private static PartRow ofRegion(Part<Region> part) {
        return row(part, null, null, SafeText.of(part.part().text()).text());
    }

    private static PartRow row(Part<?> part, @Nullable String type, @Nullable String account, @Nullable String region) {
        Counts counts = part.figures().counts();
        return new PartRow(
                type,
                account,
                region,
                part.cloud().id(),
                counts.total(),
                counts.compliant(),
                counts.nonCompliant(),
                Figure.score(part.figures().score()),
                part.figures().score() instanceof Score.Known
                        ? null
                        : Figure.status(part.figures().score()));
    }

    private static TagRow row(TagFigures tag) {
        return new TagRow(tag.tag(), tag.rule(), tag.resources(), tag.missing());
    }
}
