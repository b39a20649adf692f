package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of {@code find_untagged_resources}. Totals are of the whole set, never of the page. */
public record UntaggedAnswer(
        int totalUntagged,
        int totalResources,
        int unknownTagsResources,
        @Nullable BigDecimal totalCostImpact,
        @JsonInclude(Include.NON_NULL) @Nullable String currency,
        List<UntaggedRow> untaggedResources,
        @Nullable String nextCursor,
        String howToNarrow,
        Map<String, String> nullReasons,
        @JsonUnwrapped Provenance provenance) {

    /**
     * A resource that lacks tags.
     *
     * @param tags        those that it has; the first twenty
     * @param missingTags the keys that it lacks: those asked for, or those that the policy requires of it
     * @param costBasis   where the cost comes from: {@code bill}, {@code not_on_the_bill} or {@code unknown}
     * @param ageDays     whole days since it was made; null where the cloud doesn't say when
     */
    public record UntaggedRow(
            String resourceId,
            String resourceType,
            String region,
            String accountId,
            String name,
            Map<String, String> tags,
            @JsonInclude(Include.NON_NULL) @Nullable Integer tagsTotal,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean escaped,
            List<String> missingTags,
            @Nullable BigDecimal monthlyCost,
            String costBasis,
            @Nullable Long ageDays,
            @Nullable String createdAt) {}
}
