package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tagcompliance.server.tool.answer.GapAnswer.BucketRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code generate_compliance_report}.
 *
 * @param overallCompliance compliant ÷ applicable, 0 to 1
 * @param buckets           the bill of the last closed month by who answers for it; empty where there is none
 * @param billNotes         what a reader of the bill's figures has to know, as sentences
 * @param topViolations     rules by how many resources fail them, then those by cost that aren't among them
 * @param moreRules         those that aren't shown, where there are any: a resource counts once for each that it fails
 * @param byTeam            by the tag that names teams, the one with most failing resources first
 * @param moreTeams         those that aren't shown, where there are any: with the rest they are all that fails, each resource once
 * @param resourcesOfUnknownTeam whose tags could not be read
 * @param recommendations   what moves most money first
 * @param document          the file, where another format than JSON was asked for
 */
public record ReportAnswer(
        String reportDate,
        String audience,
        @Nullable Double overallCompliance,
        String scoreStatus,
        @JsonInclude(Include.NON_NULL) @Nullable Double scoreOfWhatWasRead,
        @Nullable BigDecimal spendWeightedScore,
        Summary summary,
        List<BucketRow> buckets,
        List<String> billNotes,
        List<RuleRow> topViolations,
        @JsonInclude(Include.NON_NULL) @Nullable MoreRow moreRules,
        @Nullable String teamTag,
        List<TeamRow> byTeam,
        @JsonInclude(Include.NON_NULL) @Nullable MoreRow moreTeams,
        int resourcesOfUnknownTeam,
        TrendRow trend,
        int recommendationsTotal,
        List<RecommendationRow> recommendations,
        @JsonInclude(Include.NON_NULL) @Nullable MoreRow moreRecommendations,
        @JsonInclude(Include.NON_NULL) @Nullable DocumentRow document,
        String costBasis,
        Map<String, String> nullReasons,
        @JsonUnwrapped Provenance provenance) {

    /**
     * The key figures.
     *
     * @param currency     of the total and of the gap
     * @param costCurrency of what resources cost, here and in every list; the bill may have several
     */
    public record Summary(
            int totalResources,
            int applicableResources,
            int compliant,
            int nonCompliant,
            int notEvaluated,
            int exempt,
            @Nullable String currency,
            @Nullable BigDecimal totalCloudSpend,
            @Nullable BigDecimal costAttributionGap,
            @Nullable BigDecimal attributionGapPercentage,
            @Nullable BigDecimal attributionGapPercentageOfTaggable,
            @Nullable BigDecimal nonCompliantCost,
            @Nullable String costCurrency) {
        /** To how many resources no rule applies: all but those that one applies to, and those that are exempt. */
        public int notApplicable() {
            return totalResources - applicableResources - exempt;
        }
    }

    /** A rule that resources fail. */
    public record RuleRow(
            String ruleId,
            String tag,
            int resources,
            @Nullable BigDecimal cost) {}

    /** @param team null = resources without a value */
    public record TeamRow(
            @Nullable String team,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean escaped,
            int resources,
            int failing,
            @Nullable BigDecimal cost) {}

    /**
     * The rows that a list leaves out, added up: with those that it shows they come to the whole.
     *
     * @param more    how many they are
     * @param failing where they are teams
     */
    public record MoreRow(
            int more,
            int resources,
            @JsonInclude(Include.NON_NULL) @Nullable Integer failing,
            @Nullable BigDecimal cost) {}

    /**
     * How compliance went in 90 days.
     *
     * @param partialDays     days with no scan but partial ones, of which there is no score
     * @param otherPolicyDays days of which every complete scan was judged by another policy, so that it is on no line
     * @param daysWithoutScan how many had none at all; null where the history can't be read
     */
    public record TrendRow(
            String trend,
            @Nullable Double change,
            List<TrendPoint> points,
            List<String> partialDays,
            List<String> otherPolicyDays,
            @Nullable Integer daysWithoutScan) {}

    /** One day. */
    public record TrendPoint(String date, double complianceScore) {}

    /**
     * One thing to do.
     *
     * @param step      in words of this program
     * @param parent    where it is mended for all of them; null = on each resource
     * @param some      the first of the resources
     * @param notListed how many of them are not among these
     * @param listAll   how to get all of them
     */
    public record RecommendationRow(
            int rank,
            String step,
            String ruleId,
            String tag,
            String issue,
            @JsonInclude(Include.NON_NULL) @Nullable String parentKind,
            @JsonInclude(Include.NON_NULL) @Nullable String parent,
            int resources,
            @Nullable BigDecimal cost,
            List<String> some,
            int notListed,
            ListAllRow listAll) {}

    /**
     * What lists every resource of a step, in the scope of the report, among all that fail the same rule: issue and parent tell
     * them apart. All but the name of the tool, the resources and the command are arguments of the tool.
     *
     * @param resources how many resources it lists
     * @param command   the same for a terminal
     */
    public record ListAllRow(
            String tool,
            List<String> ruleIds,
            String severity,
            @JsonInclude(Include.NON_NULL) @Nullable String cloudProvider,
            @JsonInclude(Include.NON_EMPTY) List<String> resourceTypes,
            @JsonInclude(Include.NON_NULL) @Nullable FiltersRow filters,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean maskPersonalData,
            int resources,
            String command) {}

    /** Filters of a tool. */
    public record FiltersRow(
            @JsonInclude(Include.NON_EMPTY) List<String> regions,
            @JsonInclude(Include.NON_EMPTY) List<String> accountIds,
            @JsonInclude(Include.NON_EMPTY) List<String> resourceGroups,
            @JsonInclude(Include.NON_EMPTY) Map<String, String> tags) {
        /** Whether nothing is filtered. */
        public boolean none() {
            return regions.isEmpty() && accountIds.isEmpty() && resourceGroups.isEmpty() && tags.isEmpty();
        }
    }

    /**
     * A file of this server, which its caller alone can read.
     *
     * @param parts how many parts of 8 MiB at most it can be read in, at the URL with {@code /1} and so on behind it
     */
    public record DocumentRow(
            String reportUrl,
            String fileName,
            String mimeType,
            String expiresAt,
            long bytes,
            int parts,
            String sha256,
            @JsonInclude(Include.NON_NULL) @Nullable String content) {}
}
