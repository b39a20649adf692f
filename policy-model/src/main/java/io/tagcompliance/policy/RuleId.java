package io.tagcompliance.policy;

/** The name by which a rule is found in its policy: its {@code id}, or where it stands if it was given none. */
public record RuleId(String text) {
    public RuleId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a rule id is not blank");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
