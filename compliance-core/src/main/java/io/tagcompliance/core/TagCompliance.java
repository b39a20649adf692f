package io.tagcompliance.core;

import io.tagcompliance.core.advice.EstateKnowledge;
import io.tagcompliance.core.advice.EvaluateSuggestions;
import io.tagcompliance.core.advice.SuggestTags;
import io.tagcompliance.core.attribution.AttributeCosts;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.check.CheckAcrossAccounts;
import io.tagcompliance.core.check.CheckTagCompliance;
import io.tagcompliance.core.check.CompiledPolicies;
import io.tagcompliance.core.check.DraftPolicy;
import io.tagcompliance.core.check.ExplainVerdict;
import io.tagcompliance.core.check.FindUntaggedResources;
import io.tagcompliance.core.check.HistoryKeeping;
import io.tagcompliance.core.check.HistoryScope;
import io.tagcompliance.core.check.MonthlyCosts;
import io.tagcompliance.core.check.ScanCosts;
import io.tagcompliance.core.check.ShowTaggingPolicy;
import io.tagcompliance.core.check.Sources;
import io.tagcompliance.core.check.ValidateResourceTags;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.history.ScanPoint.AttributionGap;
import io.tagcompliance.core.report.GenerateComplianceReport;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.scan.EstateScanner;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.core.scan.StillScanningException;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.core.spi.PolicySource;
import io.tagcompliance.core.spi.ScanCache;
import io.tagcompliance.core.spi.ScanHistory;
import io.tagcompliance.core.trend.DetectTagDrift;
import io.tagcompliance.core.trend.ShowViolationHistory;
import io.tagcompliance.policy.TagPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tag compliance of an estate: one object for each estate, made once. By default it remembers no scan, reads as the local
 * user, and goes by the system's clock. Safe for many threads.
 *
 * <p>Closing it closes the clouds, the ledger and the history that it was given.
 */
public final class TagCompliance implements AutoCloseable {
    private final EstateScanner scanner;
    private final Sources sources;
    private final CostLedger ledger;
    private final MonthlyCosts costs;
    private final AttributeCosts attribution;
    private final EstateKnowledge knowledge = new EstateKnowledge();

    private TagCompliance(Builder builder) {
        this.scanner = new EstateScanner(
                builder.clouds,
                builder.reader,
                new EstateScanner.Memory(builder.cache, builder.retention, builder.clock));
        this.ledger = builder.ledger;
        this.costs = new MonthlyCosts(ledger, builder.clock);
        this.sources = new Sources(
                scanner,
                new CompiledPolicies(builder.policy),
                builder.clock,
                new ScanCosts(costs),
                builder.history.map(history -> new HistoryKeeping(history, this::gap)));
        this.attribution = new AttributeCosts(sources, ledger);
    }

    /** Where accounts or resource groups aren't read when the patience ends, the bill isn't either. */
    private Optional<AttributionGap> gap(String policy, Patience patience) throws InterruptedException {
        try {
            return attribution()
                    .within(AttributionRequest.ofLastMonth(), patience)
                    .map(attribution -> gap(policy, attribution));
        } catch (StillScanningException parents) {
            return Optional.empty();
        }
    }

    /** In the currency of most charges, as answers have it. */
    private AttributionGap gap(String policy, CostAttribution attribution) {
        if (!HistoryScope.of(sources.policies().current().compiled().policy()).equals(policy)) {
            return new AttributionGap.Unknown();
        }
        return switch (attribution) {
            case CostAttribution.Unknown unknown -> new AttributionGap.Unknown();
            case CostAttribution.Known known ->
                new AttributionGap.Known(known.shares().getFirst().gap());
        };
    }

    /** Begins with the policy to judge by. */
    public static Builder judgedBy(TagPolicy policy) {
        return judgedBy(PolicySource.of(policy));
    }

    /** Begins with a source of policies, for a policy that may change while the program runs. */
    public static Builder judgedBy(PolicySource policy) {
        return new Builder(policy);
    }

    /** Does the estate follow its policy? */
    public CheckTagCompliance check() {
        return new CheckTagCompliance(sources);
    }

    /** How do accounts compare? */
    public CheckAcrossAccounts accounts() {
        return new CheckAcrossAccounts(sources);
    }

    /** What has no tags at all, or lacks certain ones? */
    public FindUntaggedResources untagged() {
        return new FindUntaggedResources(sources);
    }

    /** Do these resources comply, or would they with these tags? */
    public ValidateResourceTags validate() {
        return new ValidateResourceTags(sources);
    }

    /** Why does one resource comply, or not? */
    public ExplainVerdict explain() {
        return new ExplainVerdict(sources);
    }

    /** Which rules would suit the tags that the estate has? */
    public DraftPolicy draft() {
        return new DraftPolicy(sources);
    }

    /** How much spend has no owner? */
    public AttributeCosts attribution() {
        return attribution;
    }

    /** What does the bill say of single resources? */
    public MonthlyCosts costs() {
        return costs;
    }

    /** Are we getting better? */
    public ShowViolationHistory history() {
        return new ShowViolationHistory(sources);
    }

    /** What changed that should not have? */
    public DetectTagDrift drift() {
        return new DetectTagDrift(sources);
    }

    /** Something to show to other people. */
    public GenerateComplianceReport report() {
        return new GenerateComplianceReport(sources, attribution);
    }

    /** What should missing tags be? */
    public SuggestTags suggestions() {
        return new SuggestTags(sources, knowledge);
    }

    /** How good are suggestions on this estate? */
    public EvaluateSuggestions evaluation() {
        return new EvaluateSuggestions(sources, knowledge);
    }

    /** What are the rules? */
    public ShowTaggingPolicy policy() {
        return new ShowTaggingPolicy(sources);
    }

    /** The clouds that it reads. */
    public List<CloudProvider> clouds() {
        return scanner.providers();
    }

    @Override
    public void close() {
        scanner.providers().forEach(CloudProvider::close);
        ledger.close();
        sources.keeping().map(HistoryKeeping::history).ifPresent(ScanHistory::close);
    }

    /** Puts one together. */
    public static final class Builder {
        private final PolicySource policy;
        private final List<CloudProvider> clouds = new ArrayList<>();
        private ScanCache cache = new NoCache();
        private Retention retention = Retention.DEFAULT;
        private ScanKey.Reader reader = ScanKey.Reader.local("default");
        private CostLedger ledger = new NoLedger();
        private Optional<ScanHistory> history = Optional.empty();
        private InstantSource clock = InstantSource.system();

        private Builder(PolicySource policy) {
            this.policy = policy;
        }

        /** Reads this cloud too. */
        public Builder reading(CloudProvider cloud) {
            clouds.add(cloud);
            return this;
        }

        /** Takes costs from this bill, in place of any other: two bills of one cloud would count twice. */
        public Builder billedBy(CostLedger ledger) {
            this.ledger = ledger;
            return this;
        }

        /** Keeps checks there, for trends and for what changed since. */
        public Builder keeping(ScanHistory history) {
            this.history = Optional.of(history);
            return this;
        }

        /** Remembers scans there, for that long. */
        public Builder remembering(ScanCache cache, Retention retention) {
            this.cache = cache;
            this.retention = retention;
            return this;
        }

        /** Reads in that name: scans of different readers are never exchanged. */
        public Builder as(ScanKey.Reader reader) {
            this.reader = reader;
            return this;
        }

        /** Goes by that clock. */
        public Builder at(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        public TagCompliance build() {
            return new TagCompliance(this);
        }
    }

    private static final class NoLedger implements CostLedger {
        @Override
        public BillReading read(BillQuery query, Consumer<Charge> sink) {
            return new BillReading.Unknown(new ReadFailure(
                    ReadFailure.Kind.UNSUPPORTED,
                    "bill",
                    "no bill is connected; name a FOCUS or CUR export as the bill"));
        }

        @Override
        public void close() {
            // There is nothing to let go of.
        }
    }

    private static final class NoCache implements ScanCache {
        @Override
        public Optional<Scan> get(ScanKey key) {
            return Optional.empty();
        }

        @Override
        public void put(Scan scan, Duration keep) {
            // Nothing is remembered.
        }
    }
}
