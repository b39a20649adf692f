package io.tagcompliance.core.resource;

import java.util.Locale;

/**
 * Why something could not be read.
 *
 * @param kind      what went wrong, in general
 * @param operation the call of the provider that failed, in its own spelling: {@code rds:DescribeDBInstances}
 * @param remedy    a sentence that says what a person can do; without paths, hosts or secrets
 */
public record ReadFailure(Kind kind, String operation, String remedy) {
    /** The same, whose remedy says a sentence more. */
    public ReadFailure with(String sentence) {
        return new ReadFailure(kind, operation, remedy + (remedy.endsWith(".") ? " " : ". ") + sentence);
    }

    /** The kinds of failure, from which a client can tell whether another try may help. */
    public enum Kind {
        ACCESS_DENIED,
        UNAUTHENTICATED,
        THROTTLED,
        UNAVAILABLE,
        UNSUPPORTED,
        /** The provider named a next page that it had named before. */
        BROKEN_PAGING,
        /** The one who asked went away, or time ran out. */
        INTERRUPTED;

        /** The name in answers: {@code access_denied}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
