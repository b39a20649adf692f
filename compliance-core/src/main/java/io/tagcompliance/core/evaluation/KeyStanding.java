package io.tagcompliance.core.evaluation;

import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.RuleId;

/** How one key stands on one resource, for those who give costs to whoever the key names. */
public sealed interface KeyStanding {
    /** There, in the right case, with a value that the policy allows and that is not blank. */
    record Right(String value) implements KeyStanding {}

    /** Not there, and taken from a parent, as a rule of the policy lets it. */
    record Inherited(RuleId rule, Parent parent) implements KeyStanding {}

    /** In no form there, or without a value. */
    record Missing() implements KeyStanding {}

    /** No rule asks such a resource for it. */
    record NotDemanded() implements KeyStanding {}

    /** There, with a value that the policy doesn't allow. */
    record Invalid() implements KeyStanding {}

    /** There in another case than the policy asks for, or under another name of it. */
    record WrongKey() implements KeyStanding {}
}
