package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule that a resource fails.
 *
 * @param tag                 the key that the rule is about
 * @param issue               what is wrong
 * @param currentValue        what is there now; null where the key is missing
 * @param foundKey            the key as it is written on the resource, where that differs
 * @param escaped             whether a text of this row was escaped to be shown
 * @param allowedValues       the first ten; null where the rule has none
 * @param allowedValuesTotal  how many there are, where there are more
 * @param pattern             what the whole value must match; null where the rule has none
 * @param closestAllowedValue the one that was most likely meant; null where none is close
 * @param message             what the policy tells people about this rule
 * @param link                where the policy says more about it
 */
public record ViolationRow(
        String tag,
        String issue,
        String severity,
        @Nullable String currentValue,
        @JsonInclude(Include.NON_NULL) @Nullable String foundKey,
        @JsonInclude(Include.NON_NULL) @Nullable Boolean escaped,
        @Nullable List<String> allowedValues,
        @JsonInclude(Include.NON_NULL) @Nullable Integer allowedValuesTotal,
        @Nullable String pattern,
        @Nullable String closestAllowedValue,
        String ruleId,
        @JsonInclude(Include.NON_NULL) @Nullable String message,
        @JsonInclude(Include.NON_NULL) @Nullable String link) {}
