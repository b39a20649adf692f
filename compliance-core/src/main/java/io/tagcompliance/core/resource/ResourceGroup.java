package io.tagcompliance.core.resource;

import java.util.Locale;

/** The group or stack that a resource belongs to. Names are compared without regard to case, as Azure does. */
public record ResourceGroup(String name) {
    public static final ResourceGroup NONE = new ResourceGroup("");

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceGroup group && name.equalsIgnoreCase(group.name);
    }

    @Override
    public int hashCode() {
        return name.toLowerCase(Locale.ROOT).hashCode();
    }
}
