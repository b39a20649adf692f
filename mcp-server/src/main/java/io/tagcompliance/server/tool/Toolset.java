package io.tagcompliance.server.tool;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tools that are switched on and off together, so that a client's context holds only what it needs. */
public enum Toolset {
    COMPLIANCE,
    COST,
    POLICY,
    REPORTS,
    REMEDIATION;

    /** Those that are on where nobody chooses: they answer questions and change nothing. */
    public static final Set<Toolset> DEFAULT = Set.copyOf(EnumSet.of(COMPLIANCE, COST, REPORTS));

    /** The name in settings: {@code compliance}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Toolset> of(String label) {
        return Arrays.stream(values())
                .filter(toolset -> toolset.label().equalsIgnoreCase(label))
                .findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Toolset::label).toList();
    }
}
