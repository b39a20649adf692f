package io.tagcompliance.policy;

/** A rule of a policy that was written down with an id. */
public sealed interface PolicyRule permits TagRule, ConditionalRule, ProhibitedTag {
    /** Names the rule in answers and exemptions. */
    RuleId id();

    /** The resources that it is about. */
    RuleScope scope();

    /** What a violation of it weighs. */
    Severity severity();

    /** What it says to people. */
    RuleText text();

    /** The key that it is about, or the pattern for keys. */
    String subject();
}
