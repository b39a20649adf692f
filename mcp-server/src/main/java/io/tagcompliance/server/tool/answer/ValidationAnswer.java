package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of {@code validate_resource_tags}. The summary is of everything asked, never of the page. */
public record ValidationAnswer(
        List<ResultRow> results,
        @Nullable String nextCursor,
        Summary summary,
        Map<String, String> nullReasons,
        Provenance.PolicyRef policy) {

    /**
     * What came of one resource or proposal.
     *
     * @param resourceArn  the id as it was given; null for a proposal
     * @param resourceType null where it is not known
     * @param status       {@code evaluated}, {@code not_applicable}, {@code not_evaluated}, {@code absent},
     *                     {@code unreadable} or {@code not_an_identifier}
     * @param exists       null where it is not known, or for a proposal
     * @param compliant    null where nobody can say
     * @param exemption    the id of the exemption that waives a violation; null where none does
     * @param inGrace      the keys that may be missing or wrong because the resource is new
     * @param reason       why a field is null
     */
    public record ResultRow(
            @Nullable String resourceArn,
            @Nullable String resourceType,
            String status,
            @Nullable Boolean exists,
            @Nullable Boolean compliant,
            List<ViolationRow> violations,
            @JsonInclude(Include.NON_NULL) @Nullable Integer violationsTotal,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean escaped,
            @Nullable String exemption,
            @JsonInclude(Include.NON_NULL) @Nullable List<String> inGrace,
            @JsonInclude(Include.NON_NULL) @Nullable String reason) {}

    /** How many of each. */
    public record Summary(
            int total, int compliant, int nonCompliant, int notApplicable, int absent, int unknown, int invalidIds) {}
}
