package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code get_tagging_policy}. Rules come in the order of the policy, the required ones first. */
public record PolicyAnswer(
        String version,
        @Nullable String lastUpdated,
        String name,
        String source,
        @JsonInclude(Include.NON_NULL) @Nullable String problem,
        List<String> scope,
        int rulesTotal,
        List<RuleRow> requiredTags,
        List<RuleRow> optionalTags,
        List<RuleRow> prohibitedTags,
        NamingRow tagNamingRules,
        List<RuleRow> conditions,
        List<RuleRow> exemptions,
        @Nullable String nextCursor) {

    /**
     * One rule.
     *
     * @param allowedValues the first twenty; null where any value will do
     * @param appliesTo     types, categories, clouds; {@code all} = everything
     */
    public record RuleRow(
            String id,
            String name,
            String description,
            String severity,
            @Nullable List<String> allowedValues,
            @JsonInclude(Include.NON_NULL) @Nullable Integer allowedValuesTotal,
            @Nullable String pattern,
            boolean valueCaseSensitive,
            List<String> appliesTo) {}

    /** What every key and value must look like; null = no limit. */
    public record NamingRow(
            boolean caseSensitivity,
            boolean allowSpecialCharacters,
            @Nullable Integer maxKeyLength,
            @Nullable Integer maxValueLength,
            List<String> reservedPrefixes) {}
}
