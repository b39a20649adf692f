package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code suggest_tags}. Each key that was asked about of a resource of this page stands among the suggestions or
 * among those abstained from.
 *
 * @param results        one row for each resource, in the order asked
 * @param totalResources how many were asked about, on all pages
 */
public record SuggestAnswer(
        List<ResultRow> results,
        List<SuggestionRow> suggestions,
        List<AbstainedRow> abstained,
        int totalResources,
        @Nullable String nextCursor,
        Map<String, String> nullReasons,
        @JsonUnwrapped Provenance provenance) {

    /**
     * What came of one resource.
     *
     * @param resourceArn the id as it was given
     * @param exists      null where it is not known
     * @param suggested   how many keys there is a suggestion for
     * @param abstained   how many there is none for
     * @param reason      why a field is null, or why there is nothing to say
     */
    public record ResultRow(
            String resourceArn,
            @Nullable String resourceType,
            @Nullable Boolean exists,
            int suggested,
            int abstained,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean escaped,
            @JsonInclude(Include.NON_NULL) @Nullable String reason) {}

    /**
     * What a tag should be.
     *
     * @param confidence the lower bound of how often evidence like the surest of this was right on this estate
     * @param reasoning  the surest evidence as a sentence
     */
    public record SuggestionRow(
            String resourceArn,
            String tagKey,
            String suggestedValue,
            double confidence,
            String reasoning,
            List<EvidenceRow> evidence,
            List<AlternativeRow> alternatives,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean escaped) {}

    /**
     * One kind of evidence for the value.
     *
     * @param by     the kind of parent, or the key of the other tag
     * @param right  of the trials; those that were right in part count in part
     * @param trials groups in which it could be checked
     */
    public record EvidenceRow(
            String evidenceClass,
            @JsonInclude(Include.NON_NULL) @Nullable String by,
            int votesFor,
            int votesOf,
            double right,
            int trials) {}

    /** Another value that got votes. */
    public record AlternativeRow(String value, String evidenceClass, int votesFor, int votesOf) {}

    /**
     * A key that nothing is suggested for.
     *
     * @param why    for programs
     * @param reason for people
     */
    public record AbstainedRow(
            String resourceArn,
            String tagKey,
            String why,
            String reason,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean escaped) {}
}
