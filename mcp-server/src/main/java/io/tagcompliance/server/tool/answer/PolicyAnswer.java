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
        List<String> allocationKeys,
        int rulesTotal,
        List<RuleRow> requiredTags,
        List<RuleRow> optionalTags,
        List<ConditionRow> conditions,
        List<ProhibitedRow> prohibitedTags,
        List<ExemptionRow> exemptions,
        NamingRow tagNamingRules,
        @Nullable String nextCursor) {

    /**
     * One rule about one key.
     *
     * @param allowedValues the first twenty; null where any value will do
     * @param appliesTo     types, categories, clouds; {@code all} = everything
     * @param whenScope     the places that it holds at, in words; left out = everywhere
     * @param aliases       keys by which people mean this one
     * @param grace         how long new resources may fail it, as in {@code 7d}
     * @param inheritFrom   where the tag may come from instead
     * @param elsewhere     clouds that ask for another key or value
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
            List<String> appliesTo,
            @JsonInclude(Include.NON_NULL) @Nullable String whenScope,
            @JsonInclude(Include.NON_EMPTY) List<String> aliases,
            @JsonInclude(Include.NON_NULL) @Nullable String grace,
            @JsonInclude(Include.NON_EMPTY) List<String> inheritFrom,
            @JsonInclude(Include.NON_EMPTY) List<ElsewhereRow> elsewhere,
            @JsonInclude(Include.NON_NULL) @Nullable String message,
            @JsonInclude(Include.NON_NULL) @Nullable String link) {}

    /** What a rule asks for in one cloud instead. */
    public record ElsewhereRow(
            String cloudProvider,
            String name,
            @Nullable List<String> allowedValues,
            @Nullable String pattern) {}

    /** A rule across tags: where the condition holds, the consequence is demanded. */
    public record ConditionRow(
            String id,
            String name,
            String when,
            String then,
            String severity,
            List<String> appliesTo,
            @JsonInclude(Include.NON_NULL) @Nullable String whenScope,
            @JsonInclude(Include.NON_NULL) @Nullable String message,
            @JsonInclude(Include.NON_NULL) @Nullable String link) {}

    /** Keys that may not be there; {@code *} in the name stands for any characters. */
    public record ProhibitedRow(
            String id,
            String name,
            String severity,
            List<String> appliesTo,
            @JsonInclude(Include.NON_NULL) @Nullable String whenScope,
            @JsonInclude(Include.NON_NULL) @Nullable String message,
            @JsonInclude(Include.NON_NULL) @Nullable String link) {}

    /**
     * Leave for some resources to fail some rules.
     *
     * @param resources patterns for ids; empty = every resource at the place
     * @param rules     ids of rules, or {@code all}
     * @param expires   the last valid day, UTC
     */
    public record ExemptionRow(
            String id,
            List<String> resources,
            @JsonInclude(Include.NON_NULL) @Nullable String whenScope,
            List<String> rules,
            String reason,
            String owner,
            String expires) {}

    /** What every key and value must look like; null = no limit. */
    public record NamingRow(
            boolean caseSensitivity,
            boolean allowSpecialCharacters,
            @Nullable Integer maxKeyLength,
            @Nullable Integer maxValueLength,
            List<String> reservedPrefixes,
            String severity) {}
}
