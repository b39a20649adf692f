package io.tagcompliance.core.trend;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.policy.Severity;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One tag of one resource that is not as it was.
 *
 * @param resource as it is now
 * @param tag      the key as it is now; of one that was removed, as it was
 * @param values   what it was and what it is
 * @param severity an error where the policy requires the key of such a resource
 * @param change   who made it so, and when
 */
public record TagDrift(Resource resource, String tag, Kind kind, OldAndNew values, Severity severity, Change change) {

    /** The same, made so by somebody. */
    TagDrift by(Change other) {
        return new TagDrift(resource, tag, kind, values, severity, other);
    }

    /** Who made it so, and when. */
    public sealed interface Change {
        /** @param principal the name in the cloud's log */
        record Known(String principal, Instant at) implements Change {}

        /** A log was read, and doesn't say it. */
        record Unknown() implements Change {}

        /** No log was asked, or none that could be read: there is none, it was denied, or others were asked for. */
        record NotAsked() implements Change {}
    }

    /** How it changed. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same key in another case, whatever its value. */
        KEY_CASE_CHANGED;

        /** The name in answers. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it was and what it is. */
    public sealed interface OldAndNew {
        /** None where there was no such tag. */
        Optional<String> before();

        /** None where there is no such tag any more. */
        Optional<String> after();

        /** It came. */
        record Came(String value) implements OldAndNew {
            @Override
            public Optional<String> before() {
                return Optional.empty();
            }

            @Override
            public Optional<String> after() {
                return Optional.of(value);
            }
        }

        /** It went. */
        record Went(String value) implements OldAndNew {
            @Override
            public Optional<String> before() {
                return Optional.of(value);
            }

            @Override
            public Optional<String> after() {
                return Optional.empty();
            }
        }

        /** It is another. */
        record Became(String old, String now) implements OldAndNew {
            @Override
            public Optional<String> before() {
                return Optional.of(old);
            }

            @Override
            public Optional<String> after() {
                return Optional.of(now);
            }
        }
    }
}
