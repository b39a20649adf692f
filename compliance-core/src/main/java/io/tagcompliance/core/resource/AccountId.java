package io.tagcompliance.core.resource;

/** The id of an AWS account, an Azure subscription or a Google Cloud project. */
public record AccountId(String text) implements Comparable<AccountId> {
    /** @throws IllegalArgumentException where it is blank */
    public AccountId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an account id is not blank");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
