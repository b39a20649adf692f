package io.tagcompliance.policy;

/** Keys that no resource may carry. Keys of AWS itself are never judged. */
public record ProhibitedTag(RuleId id, NamePattern key, RuleScope scope, Severity severity, RuleText text)
        implements PolicyRule {
    @Override
    public String subject() {
        return key.text();
    }
}
