package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tagcompliance.server.tool.answer.Provenance.PolicyRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code get_cost_attribution_gap}. Amounts are exact, and of one currency; those of others stand apart.
 *
 * @param totalCategories how many categories the breakdown has, of which some are shown
 * @param lackingByKey    what lacks each allocation key; a charge that lacks three stands under each, so they don't add up
 * @param otherCurrencies the same figures of every other currency of the bill
 */
public record GapAnswer(
        @JsonUnwrapped Spend spend,
        List<BucketRow> buckets,
        List<PartRow> parts,
        List<SliceRow> breakdown,
        int totalCategories,
        @Nullable String nextCursor,
        String howToNarrow,
        List<KeyRow> lackingByKey,
        List<Spend> otherCurrencies,
        Basis basis,
        Map<String, String> nullReasons,
        PolicyRef policy) {

    /**
     * What was spent, and how much of it somebody answers for.
     *
     * @param attributionGap                     total less attributable
     * @param attributionGapPercentage           of the total, 0 to 100
     * @param attributionGapPercentageOfTaggable buckets C and D, of A to D
     */
    public record Spend(
            @Nullable String currency,
            @Nullable BigDecimal totalCloudSpend,
            @Nullable BigDecimal attributableSpend,
            @Nullable BigDecimal attributionGap,
            @Nullable BigDecimal attributionGapPercentage,
            @Nullable BigDecimal attributionGapPercentageOfTaggable) {}

    /** One of six, A to F, that add up to the total. */
    public record BucketRow(String bucket, String name, BigDecimal spend) {}

    /** A part of a bucket: what is wrong, what it is for, or the rule that lets it be inherited. */
    public record PartRow(String bucket, String part, BigDecimal spend) {}

    /**
     * A category.
     *
     * @param category          null where charges have none
     * @param unattributableCost what nobody answers for
     * @param actionableCost    what of that tags on resources would mend: bucket C
     * @param resourceCount     how many resources that is, each once
     */
    public record SliceRow(
            @Nullable String category,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean escaped,
            BigDecimal spend,
            BigDecimal unattributableCost,
            BigDecimal actionableCost,
            int resourceCount) {}

    /** An allocation key, and the usage on which it isn't right. */
    public record KeyRow(String tag, BigDecimal spend) {}

    /**
     * What the figures rest on.
     *
     * @param periodEnd     the day after the last one
     * @param lastChargeDay charges of later days have not arrived
     * @param state         {@code closed} or {@code provisional}
     * @param estimatedShare how much of the total the provider calls an estimate, 0 to 1; null where that isn't known
     * @param groupingTag   the tag by whose values spend is broken down, where it is
     * @param activeKeys    keys that the provider puts on the bill; null where the source doesn't say
     */
    public record Basis(
            String source,
            String metric,
            String periodStart,
            String periodEnd,
            @Nullable String state,
            @Nullable BigDecimal estimatedShare,
            @Nullable String lastChargeDay,
            long chargeRows,
            List<String> allocationTags,
            @JsonInclude(Include.NON_NULL) @Nullable String groupingTag,
            @Nullable List<String> activeKeys,
            @Nullable List<String> inactiveKeys,
            List<String> warnings) {}
}
