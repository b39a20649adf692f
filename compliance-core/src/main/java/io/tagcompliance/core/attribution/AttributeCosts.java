package io.tagcompliance.core.attribution;

import io.tagcompliance.core.attribution.CostAttribution.Question;
import io.tagcompliance.core.check.BillMemory;
import io.tagcompliance.core.check.CompiledPolicies;
import io.tagcompliance.core.check.ParentTags;
import io.tagcompliance.core.check.Sources;
import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillFacts.Activation;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.evaluation.AllocationJudge;
import io.tagcompliance.core.evaluation.AllocationJudge.From;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.resource.Site;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.TeamKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how much of a bill somebody can be made to answer for. */
public final class AttributeCosts {
    /** As many questions as a few people have about one bill, at different breakdowns. */
    private static final int REMEMBERED = 8;

    private static final int MOST_SLICES = 20_000;

    private final Sources sources;
    private final CostLedger ledger;
    private final BillMemory<Asked, CostAttribution> memory;

    public AttributeCosts(Sources sources, CostLedger ledger) {
        this(sources, ledger, new BillMemory<>(sources.clock(), REMEMBERED, AttributeCosts::isWorthRemembering));
    }

    private AttributeCosts(Sources sources, CostLedger ledger, BillMemory<Asked, CostAttribution> memory) {
        this.sources = sources;
        this.ledger = ledger;
        this.memory = memory;
    }

    /** A breakdown by names of resources is as large as the bill. */
    private static boolean isWorthRemembering(CostAttribution answer) {
        return answer instanceof CostAttribution.Known known
                && known.shares().stream()
                                .mapToInt(share -> share.breakdown().size())
                                .sum()
                        <= MOST_SLICES;
    }

    /** What an answer depends on. */
    private record Asked(Question question, Keys keys, Set<ScanId> parents) {}

    /** The same with the sources of one question; what is read of the bill serves both. */
    public AttributeCosts with(Sources ofOneQuestion) {
        return new AttributeCosts(ofOneQuestion, ledger, memory);
    }

    /**
     * Splits the bill that the request names. Where the policy lets keys be inherited, accounts and resource groups are read for
     * what they hand on. The same question is answered from memory for a quarter of an hour.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where reading these outlasts the asker's patience
     * @throws StillReadingBillException where reading the bill does; that goes on, and the same question joins it
     */
    public CostAttribution attribute(AttributionRequest request, Patience patience) throws InterruptedException {
        return within(request, patience).orElseThrow(StillReadingBillException::new);
    }

    /**
     * The same; empty where the bill isn't read when the patience ends.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where reading accounts and resource groups outlasts the patience
     */
    public Optional<CostAttribution> within(AttributionRequest request, Patience patience) throws InterruptedException {
        Instant began = sources.clock().instant();
        CompiledPolicies.InForce inForce = sources.policies().current();
        BillingPeriod period = request.period().orElseGet(() -> BillingPeriod.lastClosedMonth(began));
        Keys keys =
                request.keys().isEmpty() ? Keys.of(inForce.compiled().policy()) : new Keys(request.keys(), From.ALL);
        Question question = new Question(period, request.metric(), request.grouping(), keys.all(), inForce.source());
        ParentTags parents = ParentTags.inheritedBy(inForce.compiled().policy(), sources, patience);
        Splitting splitting = new Splitting(question, keys.judges(inForce.compiled()), parents::of);
        BillQuery query = new BillQuery(period, request.metric(), spellings(inForce.compiled(), question));
        return memory.get(
                        new Asked(question, keys, parents.scans()),
                        () -> splitting.of(query, ledger),
                        patience.after(Duration.between(began, sources.clock().instant())))
                .map(BillMemory.Remembered::what);
    }

    /** How one question splits a bill. */
    private record Splitting(Question question, List<AllocationJudge> judges, Function<Site, Lineage> parents) {
        CostAttribution of(BillQuery query, CostLedger ledger) throws InterruptedException {
            Count count = new Count(new Placing(judges, parents), question.grouping());
            return switch (ledger.read(query, count::add)) {
                case BillReading.Unknown unknown -> new CostAttribution.Unknown(question, unknown.failure());
                case BillReading.Read read -> known(question, count, count.noted(read.facts()));
            };
        }
    }

    /** A key that the provider keeps off the bill looks exactly like one that nobody uses, so nothing is said by it. */
    private static CostAttribution known(Question question, Count count, BillFacts bill) {
        List<String> inactive = question.keys().stream()
                .map(TagKey::text)
                .filter(key -> bill.activation() instanceof Activation.Told told
                        && told.inactive().contains(key))
                .toList();
        return inactive.isEmpty()
                ? new CostAttribution.Known(question, count.shares(bill), bill)
                : new CostAttribution.Unknown(
                        question,
                        new ReadFailure(
                                ReadFailure.Kind.UNSUPPORTED,
                                "bill",
                                "not activated for cost allocation, on no resource yet, or spelled otherwise on the bill: "
                                        + String.join(", ", inactive)
                                        + "; activate them in the billing console of the account that pays. That takes up to 24"
                                        + " hours until a new key can be activated and 24 more until it is on the bill, and says"
                                        + " nothing of the time before, unless a backfill is asked for, of 12 months at most"),
                        Optional.of(bill));
    }

    /** The keys by which the policy in force splits money, in order. */
    public List<TagKey> keys() {
        return Keys.of(sources.policies().current().compiled().policy()).all();
    }

    /** Every name that the policy in force has for a key: those of its rules, what a cloud calls them, and aliases. */
    public Set<TagKey> spellings() {
        return sources.policies()
                .current()
                .compiled()
                .policy()
                .rules()
                .all()
                .flatMap(rule -> rule instanceof TagRule tagRule ? spellings(tagRule) : Stream.of())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The tag that names teams by the policy in force. */
    public TeamKey teamKey() {
        return TeamKey.of(sources.policies().current().compiled().policy());
    }

    /** Keys by which money is split. */
    private record Keys(List<TagKey> all, From from) {
        /** Those that the policy names, of everything; else all that it requires, of what it requires them of. */
        static Keys of(TagPolicy policy) {
            List<TagKey> named = policy.rules().allocationKeys();
            List<TagKey> required =
                    policy.required().stream().map(TagRule::key).distinct().toList();
            return named.isEmpty() ? new Keys(required, From.THOSE_OF_A_RULE) : new Keys(named, From.ALL);
        }

        List<AllocationJudge> judges(CompiledPolicy policy) {
            return all.stream().map(key -> policy.allocationBy(key, from)).toList();
        }
    }

    /** The keys, and every other name that the policy has for them. */
    private static Set<TagKey> spellings(CompiledPolicy policy, Question question) {
        Set<TagKey> spellings = new LinkedHashSet<>(question.keys());
        question.grouping().tag().ifPresent(spellings::add);
        policy.policy().rules().all().forEach(rule -> {
            if (rule instanceof TagRule tagRule && question.keys().contains(tagRule.key())) {
                spellings(tagRule).forEach(spellings::add);
            }
        });
        return spellings;
    }

    private static Stream<TagKey> spellings(TagRule rule) {
        return Stream.concat(
                        Stream.of(rule.demand()),
                        rule.overrides().values().stream().map(override -> override.demand()))
                .flatMap(demand -> Stream.concat(Stream.of(demand.key()), demand.aliases().stream()));
    }

    /** The charges of one reading, added up. Confined to one thread. */
    private static final class Count {
        private final Placing placing;
        private final Grouping grouping;
        private final Map<Currency, ShareTally> tallies = new LinkedHashMap<>();

        Count(Placing placing, Grouping grouping) {
            this.placing = placing;
            this.grouping = grouping;
        }

        /** What a reader has to know of how charges were placed. */
        BillFacts noted(BillFacts bill) {
            int services = placing.servicesWithoutTypes();
            return services == 0
                    ? bill
                    : bill.noting(
                            "usage without a resource counts as untaggable where no type of the service is known that can"
                                    + " be tagged (services: " + services
                                    + "); one that the bill calls otherwise than FOCUS does would be among them");
        }

        void add(Charge charge) {
            ShareTally tally = tallies.computeIfAbsent(charge.cost().currency(), ShareTally::new);
            String category = grouping.category(charge);
            if (charge.kind() != ChargeKind.USAGE) {
                tally.count(charge, category, charge.kind());
            } else if (charge.cost().isNegative()) {
                tally.count(charge, category, ChargeKind.REFUND);
            } else {
                tally.count(charge, category, placing.of(charge));
            }
        }

        List<CurrencyShare> shares(BillFacts facts) {
            return facts.totals().stream()
                    .map(total -> tallies.getOrDefault(total.currency(), new ShareTally(total.currency()))
                            .share(total))
                    .toList();
        }
    }
}
