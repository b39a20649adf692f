package io.tagcompliance.core.report;

import io.tagcompliance.core.attribution.AttributeCosts;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostAttribution.Question;
import io.tagcompliance.core.attribution.Grouping;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.CheckTagCompliance;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.ScanReader;
import io.tagcompliance.core.check.Sources;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.report.ComplianceReport.Trend;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import io.tagcompliance.core.spi.ScanHistory;
import io.tagcompliance.core.trend.HistoryRequest;
import io.tagcompliance.core.trend.Interval;
import io.tagcompliance.core.trend.ShowViolationHistory;
import io.tagcompliance.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Puts together what people need who have to act on compliance. */
public final class GenerateComplianceReport {
    private static final int DAYS = 90;

    private final Sources sources;
    private final AttributeCosts attribution;

    public GenerateComplianceReport(Sources sources, AttributeCosts attribution) {
        this.sources = sources;
        this.attribution = attribution;
    }

    /**
     * Makes a report, all of it of one scan. Where the bill isn't read when the patience ends, the report comes without what
     * that would tell, and says so.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public ComplianceReport generate(ReportRequest request, Patience patience) throws InterruptedException {
        Instant began = sources.clock().instant();
        Sources once = sources.forOneQuestion();
        CheckRequest errors = new CheckRequest(request.filter(), Set.of(Severity.ERROR), request.freshness());
        ComplianceCheck check = new CheckTagCompliance(once).check(errors, patience);
        ImpactTally impact =
                new ImpactTally(sources.policies().current().compiled().policy(), check.spend());
        ScanReader.read(once, request.filter(), Freshness.REMEMBERED_WILL_DO, patience)
                .resources()
                .forEach(impact::meet);
        check.violations().forEach(impact::count);
        return new ComplianceReport(
                check,
                attribution(
                        request,
                        once,
                        patience.after(Duration.between(began, sources.clock().instant()))),
                trend(request),
                impact.rules(),
                impact.teams(),
                impact.recommendations());
    }

    /** The bill is split as a whole: beside the score of a part it would mislead. */
    private CostAttribution attribution(ReportRequest request, Sources once, Patience patience)
            throws InterruptedException {
        if (!request.filter().equals(ResourceFilter.EVERYTHING)) {
            return unknown(
                    ReadFailure.Kind.UNSUPPORTED,
                    "the report is about a part of the estate, and the bill is split as a whole only");
        }
        return attribution
                .with(once)
                .within(AttributionRequest.ofLastMonth(), patience)
                .orElseGet(() -> unknown(
                        ReadFailure.Kind.UNAVAILABLE,
                        "the bill is still being read; the gap will be there when the same is asked again in a while"));
    }

    private CostAttribution unknown(ReadFailure.Kind kind, String why) {
        PolicyInForce policy = sources.policies().current().source();
        return new CostAttribution.Unknown(
                new Question(
                        BillingPeriod.lastClosedMonth(sources.clock().instant()),
                        CostMetric.EFFECTIVE,
                        new Grouping.ByServiceName(),
                        List.of(),
                        policy),
                new ReadFailure(kind, "bill", why));
    }

    private Trend trend(ReportRequest request) {
        try {
            return new Trend.Known(
                    new ShowViolationHistory(sources).show(new HistoryRequest(request.filter(), DAYS, Interval.DAY)));
        } catch (ScanHistory.Unavailable unavailable) {
            return new Trend.Unknown(String.valueOf(unavailable.getMessage()));
        }
    }
}
