package io.tagcompliance.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case that the author of a policy wrote down to be sure of it: a resource, its tags, and what the policy should say.
 *
 * @param name     for people
 * @param specimen the resource
 * @param tags     its own
 * @param day      when it is judged, which matters for exemptions
 * @param expected what the policy should say
 */
public record PolicyExample(String name, Specimen specimen, Map<String, String> tags, Day day, Expectation expected) {

    public PolicyExample {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /**
     * A made-up resource.
     *
     * @param id its full id; empty where that doesn't matter
     */
    public record Specimen(Cloud cloud, ResourceType type, String id, Place place, Age age) {}

    /** How old it is. */
    public sealed interface Age {
        Age UNKNOWN = new Unknown();

        /** Made that long ago. */
        record Of(Duration since) implements Age {}

        /** Nobody knows. */
        record Unknown() implements Age {}
    }

    /** When it is judged. */
    public sealed interface Day {
        Day TODAY = new Today();

        /** On the day on which the example is run. */
        record Today() implements Day {}

        /** On that day, UTC. */
        record On(LocalDate date) implements Day {}
    }

    /** What the policy should say. */
    public sealed interface Expectation {
        /** This verdict, whatever the violations. */
        record Verdict(Outcome outcome) implements Expectation {}

        /** Exactly these violations, each as {@code key:issue}, of both severities. */
        record Violations(Set<String> issues) implements Expectation {
            public Violations {
                issues = Collections.unmodifiableSet(new LinkedHashSet<>(issues));
            }
        }
    }

    /** Verdicts by name. */
    public enum Outcome {
        COMPLIANT,
        NON_COMPLIANT,
        EXEMPT,
        NOT_APPLICABLE;

        /** The verdict of that name. */
        public static Optional<Outcome> named(String label) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.label().equals(label))
                    .findFirst();
        }

        /** Every name. */
        public static List<String> labels() {
            return Arrays.stream(values()).map(Outcome::label).toList();
        }

        /** The name in files: {@code non_compliant}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
