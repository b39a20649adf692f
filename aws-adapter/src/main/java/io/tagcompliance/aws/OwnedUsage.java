package io.tagcompliance.aws;

import io.tagcompliance.aws.UsageByResource.Owned;
import io.tagcompliance.aws.UsageByResource.Owner;
import io.tagcompliance.aws.UsageByTags.Part;
import io.tagcompliance.core.cost.BillingPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Usage, with whose it is as far as that is known.
 *
 * @param note    how far, as a sentence without its full stop
 * @param goodFor how long it makes no sense to ask anew
 */
record OwnedUsage(List<Owned> parts, String note, Duration goodFor) {
    private static final int DAYS_WITH_RESOURCES = 14;

    /** What follows where owners aren't known. */
    private static final String OTHERWISE =
            "usage without the keys stands under C, though some of it names no resource (D) or can't be tagged (E), and all"
                    + " of it has no account, Region and type";

    OwnedUsage {
        parts = List.copyOf(parts);
    }

    /** The same for another time. */
    OwnedUsage goodFor(Duration otherwise) {
        return new OwnedUsage(parts, note, otherwise);
    }

    /** Whether AWS may tell the owners of that time. */
    static boolean isTold(BillingPeriod period, Instant now) {
        LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_WITH_RESOURCES);
        return !period.start().isBefore(first);
    }

    static OwnedUsage ofLongAgo(List<Part> parts) {
        return untold(parts, "Cost Explorer tells resources of the last 14 days only", CostExplorerLedger.REMEMBERED);
    }

    /** @param why a sentence without its full stop */
    static OwnedUsage untold(List<Part> parts, String why, Duration goodFor) {
        return new OwnedUsage(
                parts.stream().map(part -> new Owned(part, new Owner.Untold())).toList(),
                why + ": " + OTHERWISE,
                goodFor);
    }

    /** @param which of which services the owners are known, as a sentence without its full stop */
    static OwnedUsage inPart(List<Owned> parts, String which) {
        return new OwnedUsage(parts, which + ": of the rest, " + OTHERWISE, CostExplorerLedger.REMEMBERED);
    }
}
