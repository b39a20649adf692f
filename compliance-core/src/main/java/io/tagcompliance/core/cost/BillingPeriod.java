package io.tagcompliance.core.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Days of charges, in UTC.
 *
 * @param start the first day
 * @param end   the day after the last one
 */
public record BillingPeriod(LocalDate start, LocalDate end) {
    /** Clouds still correct a month for some days after it is over. */
    private static final int DAYS_UNTIL_CLOSED = 7;

    /** @throws IllegalArgumentException where it has no day */
    public BillingPeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a billing period ends after its start");
        }
    }

    /** A whole month. */
    public static BillingPeriod of(YearMonth month) {
        return new BillingPeriod(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /** The last month whose bill no longer changes at that time. */
    public static BillingPeriod lastClosedMonth(Instant now) {
        return of(YearMonth.from(today(now).minusDays(DAYS_UNTIL_CLOSED)).minusMonths(1));
    }

    /** Whether its bill no longer changes at that time. */
    public boolean isClosed(Instant now) {
        return !today(now).isBefore(end.plusDays(DAYS_UNTIL_CLOSED));
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** The month in which it ends. */
    public YearMonth lastMonth() {
        return YearMonth.from(end.minusDays(1));
    }

    /** How many days it has. */
    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    /** Whether a day lies in it. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    @Override
    public String toString() {
        return start + " to " + end + " (exclusive)";
    }
}
