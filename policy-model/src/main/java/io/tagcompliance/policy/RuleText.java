package io.tagcompliance.policy;

/**
 * What a rule says to people. Each is empty where the file has none.
 *
 * @param description what the key is for
 * @param message     what to tell somebody whose resource fails the rule
 * @param link        where to read more: an http or https address
 */
public record RuleText(String description, String message, String link) {
    public static final RuleText NONE = new RuleText("", "", "");
}
