package io.tagcompliance.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** How long records are kept. */
@FunctionalInterface
interface Keep {
    Keep FOREVER = now -> Optional.empty();

    /** The oldest day, in UTC, of which records are kept; older ones may be dropped. Empty = none may. */
    Optional<LocalDate> oldest(Instant now);

    /** That many whole days before today. */
    static Keep days(int days) {
        return now -> Optional.of(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days));
    }
}
