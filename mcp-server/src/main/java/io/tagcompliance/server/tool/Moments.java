package io.tagcompliance.server.tool;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Points in time as answers write them: in UTC, to the millisecond, since no source knows them any finer. */
final class Moments {
    private Moments() {}

    static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
