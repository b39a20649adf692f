package io.tagcompliance.server.cli;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributeCosts;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.ResourceCosts;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.StillScanningException;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.settings.BillSource;
import io.tagcompliance.server.settings.Settings;
import io.tagcompliance.server.settings.Settings.Source;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What was found where costs are taken from.
 *
 * @param state what it is
 * @param text  one line for people
 */
record BillReport(State state, String text) {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Patience PATIENCE = new Patience(LONGEST, ignored -> {});
    private static final String WITHIN = " within " + LONGEST.toSeconds() + " seconds";

    /** What there can be. */
    enum State {
        /** It was read, or nobody wants one, or reading it is left to who pays for that. */
        FINE,
        UNREADABLE
    }

    /** Reads the last closed month of a bill in files, twice for some seconds. One that has to be paid for is not asked. */
    static BillReport of(Settings settings, Wiring wiring) throws InterruptedException {
        return switch (settings.bill()) {
            case BillSource.CostExplorer paid -> paid("Cost Explorer", "a cent for each call");
            case BillSource.Athena table -> paid("Athena", "by what a query reads");
            case BillSource.Export export -> read(wiring.compliance());
            case BillSource.None none ->
                settings.sources().contains(Source.DEMO)
                        ? read(wiring.compliance())
                        : new BillReport(
                                State.FINE,
                                "none is set, so costs stay unknown; name a FOCUS or CUR export with --bill or"
                                        + " TAG_COMPLIANCE_BILL");
        };
    }

    private static BillReport paid(String source, String price) {
        return new BillReport(
                State.FINE, source + " is set, and not asked here, since that is paid for, " + price + "; gap asks it");
    }

    private static BillReport read(TagCompliance compliance) throws InterruptedException {
        Optional<CostAttribution> attribution = attribution(compliance.attribution());
        if (attribution.isEmpty()) {
            return new BillReport(
                    State.FINE,
                    "not read to its end" + WITHIN + ", and nothing was wrong until then; gap reads all of it");
        }
        return switch (attribution.get()) {
            case CostAttribution.Unknown unknown ->
                new BillReport(State.UNREADABLE, unknown.failure().remedy());
            case CostAttribution.Known known ->
                new BillReport(
                        State.FINE,
                        words(known.bill(), known.question().period()) + ", "
                                + resources(compliance.costs().lastClosedMonth(PATIENCE)));
        };
    }

    private static Optional<CostAttribution> attribution(AttributeCosts costs) throws InterruptedException {
        try {
            return costs.within(AttributionRequest.ofLastMonth(), PATIENCE);
        } catch (StillScanningException slow) {
            return Optional.empty();
        }
    }

    private static String words(BillFacts bill, BillingPeriod period) {
        return String.format(
                Locale.ROOT,
                "%s, %,d charges from %s, the last on %s",
                bill.source(),
                bill.rows(),
                period,
                bill.lastDay());
    }

    private static String resources(Optional<ResourceCosts> costs) {
        if (costs.isEmpty()) {
            return "its resources were not counted" + WITHIN;
        }
        return switch (costs.get()) {
            case ResourceCosts.Unknown unknown -> "what each resource costs stays unknown: " + unknown.reason();
            case ResourceCosts.Known known ->
                String.format(
                        Locale.ROOT, "%,d resources with usage", known.costs().size());
        };
    }
}
