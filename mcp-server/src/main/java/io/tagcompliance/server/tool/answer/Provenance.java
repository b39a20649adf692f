package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer rests on.
 *
 * @param asOf        when the scan was begun, ISO-8601
 * @param readFrom    {@code live}, {@code cache} or {@code file}
 * @param coverage    {@code complete} or {@code partial}
 * @param gapsTotal   how many parts of the scope could not be read
 * @param gaps        the ten widest of them
 * @param unknownTags resources that are there and whose tags could not be read, by the reason
 * @param census      how it was found out what there is, and what that can't know; the three most common ways
 * @param regionsRead in how many accounts each region was read, at least one type of it to its end: those that were in
 *                    most accounts first, sixty at most; where they are fewer, any other was not looked at, or is a gap
 * @param policy      the policy that was judged by
 */
public record Provenance(
        String asOf,
        String readFrom,
        String coverage,
        int gapsTotal,
        List<GapRow> gaps,
        List<UnknownTagsRow> unknownTags,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CensusRow> census,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> regionsRead,

        PolicyRef policy) {

    /** A part of the scope that could not be read: the widest thing that failed, with the names that it has. */
    public record GapRow(
            String extent,
            String cloudProvider,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String accountId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String region,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String resourceType,

            String reason,
            String operation,
            String remedy,
            String kept) {}

    /** Resources with unknown tags. */
    public record UnknownTagsRow(String reason, String operation, String remedy, int resources) {}

    /**
     * One way in which it was found out what accounts hold.
     *
     * @param method          {@code listed}: each type was asked of its service in each Region; {@code indexed}: the
     *                        cloud's own index said where there is anything
     * @param accounts        how many accounts were searched so
     * @param indexAsOf       when the index heard of anything last; of several, the oldest
     * @param cannotKnow      what such a search misses
     * @param unreadResources how many resources the index has of types that aren't read
     * @param unreadTypes     the ten most frequent of these types
     */
    public record CensusRow(
            String method,
            int accounts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String indexAsOf,

            String cannotKnow,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer unreadResources,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> unreadTypes) {}

    /** A policy, by what it says of itself; {@code problem} where a newer one can't be used. */
    public record PolicyRef(
            String version,
            String source,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String problem) {}
}
