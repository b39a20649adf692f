package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code check_tag_compliance}. Totals are of the whole set, never of the page.
 *
 * @param totalCostImpact what the non-compliant resources cost in a month, each once
 * @param costBasis       what amounts rest on: metric, period, source, state
 * @param billedNotScanned what the bill names and the scan doesn't have; only where the question is about everything
 * @param history         {@code kept}, {@code no_history}, or {@code store_unavailable}
 */
public record CheckAnswer(
        @JsonUnwrapped FiguresRow figures,
        @Nullable BigDecimal spendWeightedScore,
        @Nullable BigDecimal totalCostImpact,
        @JsonInclude(Include.NON_NULL) @Nullable String currency,
        String costBasis,
        @JsonInclude(Include.NON_NULL) @Nullable BilledNotScanned billedNotScanned,
        int totalViolations,
        int resourcesWithListedViolations,
        List<ViolatorRow> violations,
        @Nullable String nextCursor,
        String howToNarrow,
        Map<String, FiguresRow> clouds,
        List<PartRow> byResourceType,
        List<PartRow> byAccount,
        List<PartRow> byRegion,
        List<TagRow> byTag,
        int inGraceResources,
        List<ExemptionRow> exemptions,
        Map<String, Integer> partsTotal,
        @Nullable List<String> crossCloudInconsistencies,
        String history,
        Map<String, String> nullReasons,
        @JsonUnwrapped Provenance provenance) {

    /**
     * The figures of a set of resources.
     *
     * @param complianceScore     compliant ÷ applicable, 0 to 1; null where it is withheld or nothing is applicable
     * @param scoreStatus         {@code complete}, {@code partial} or {@code nothing_applicable}
     * @param scoreOfWhatWasRead  compliant ÷ (compliant + non-compliant) where the status is {@code partial}
     */
    public record FiguresRow(
            @Nullable Double complianceScore,
            String scoreStatus,
            @JsonInclude(Include.NON_NULL) @Nullable Double scoreOfWhatWasRead,
            int totalResources,
            int notApplicableResources,
            int applicableResources,
            int compliantResources,
            int nonCompliantResources,
            int notEvaluatedResources,
            int exemptResources) {}

    /**
     * Resources that the bill of the last closed month names and the scan doesn't have, in the accounts that it read.
     *
     * @param resources   how many
     * @param monthlyCost what they cost in that month
     * @param byType      how many of each type, the most common ones
     * @param dearest     a few of them by their ids, the dearest first
     * @param meaning     what that may come of
     */
    public record BilledNotScanned(
            int resources, BigDecimal monthlyCost, Map<String, Integer> byType, List<String> dearest, String meaning) {}

    /**
     * The figures of one type, account or region: whichever of the three is named.
     *
     * @param complianceScore to four digits
     * @param scoreStatus     only where it is not {@code complete}
     */
    public record PartRow(
            @JsonInclude(Include.NON_NULL) @Nullable String resourceType,
            @JsonInclude(Include.NON_NULL) @Nullable String accountId,
            @JsonInclude(Include.NON_NULL) @Nullable String region,
            String cloudProvider,
            int totalResources,
            int compliantResources,
            int nonCompliantResources,
            @Nullable Double complianceScore,
            @JsonInclude(Include.NON_NULL) @Nullable String scoreStatus) {}

    /** What is wrong with one key; {@code *} stands for the naming rules, which are about every key. */
    public record TagRow(String tag, String ruleId, int violatingResources, int missing) {}

    /**
     * An exemption of the policy.
     *
     * @param resources how many resources use it; 0 where nobody does, or where it has expired
     * @param expires   its last valid day, UTC
     */
    public record ExemptionRow(String id, String owner, String reason, String expires, int resources) {}

    /** A resource and the rules that it fails. */
    public record ViolatorRow(
            String resourceId,
            String resourceType,
            String accountId,
            String region,
            String name,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean escaped,
            List<ViolationRow> violations,
            @JsonInclude(Include.NON_NULL) @Nullable Integer violationsTotal,
            @Nullable BigDecimal costImpactMonthly) {}
}
