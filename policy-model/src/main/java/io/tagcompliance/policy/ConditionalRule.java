package io.tagcompliance.policy;

/** A rule across tags: where the tags of a resource fulfil the condition, the consequence is demanded of them. */
public record ConditionalRule(
        RuleId id, Condition when, Consequence then, RuleScope scope, Severity severity, RuleText text)
        implements PolicyRule {
    @Override
    public String subject() {
        return then.key().text();
    }
}
