package io.tagcompliance.policy;

import java.util.Locale;

/**
 * A type of resource in its cloud's own spelling: {@code ec2:instance}, {@code Microsoft.Compute/virtualMachines},
 * {@code compute.instances}. Two types are equal when they differ in case only.
 */
public record ResourceType(String name) implements Comparable<ResourceType> {
    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException where the name is blank or longer than 200 characters */
    public ResourceType {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("a resource type has a name of 1 to " + LONGEST + " characters");
        }
    }

    /** The form that is the same for every spelling of this type. */
    public String folded() {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceType type && (name.equals(type.name) || folded().equals(type.folded()));
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public int compareTo(ResourceType other) {
        return folded().compareTo(other.folded());
    }

    @Override
    public String toString() {
        return name;
    }
}
