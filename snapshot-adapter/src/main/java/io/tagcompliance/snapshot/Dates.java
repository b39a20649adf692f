package io.tagcompliance.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times as files write them: ISO 8601 with an offset, or a day, which stands for its beginning in UTC. */
final class Dates {
    private static final int LENGTH_OF_DAY = "2026-03-31".length();

    private Dates() {}

    /** @throws IllegalArgumentException where it is no such time */
    static Instant instantOf(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("no time"));
    }

    /** The time; empty where it is none. */
    static Optional<Instant> find(String text) {
        try {
            return Optional.of(
                    text.length() == LENGTH_OF_DAY
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException unfit) {
            return Optional.empty();
        }
    }
}
