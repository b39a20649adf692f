package io.tagcompliance.core.attribution;

import io.tagcompliance.core.attribution.CurrencyShare.Parts;
import io.tagcompliance.core.attribution.CurrencyShare.Slice;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.IdTable;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.TagKey;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds up the charges of one currency. Confined to one thread. */
final class ShareTally {
    private final Currency currency;
    private final Sums<CostBucket> buckets = new Sums<>();
    private final Sums<Defect> defects = new Sums<>();
    private final Sums<ChargeKind> notUsage = new Sums<>();
    private final Sums<RuleId> inherited = new Sums<>();
    private final Sums<TagKey> lacking = new Sums<>();
    private final Map<String, SliceTally> slices = new HashMap<>();

    ShareTally(Currency currency) {
        this.currency = currency;
        for (CostBucket bucket : CostBucket.values()) {
            buckets.add(bucket, BigDecimal.ZERO);
        }
    }

    /** Counts what is no usage. */
    void count(Charge charge, String category, ChargeKind kind) {
        BigDecimal cost = charge.cost().amount();
        notUsage.add(kind, cost);
        count(category, CostBucket.NOT_USAGE, charge);
    }

    /** Counts usage. */
    void count(Charge charge, String category, Placement placement) {
        BigDecimal cost = charge.cost().amount();
        switch (placement) {
            case Placement.Direct direct -> {}
            case Placement.Inherited through -> inherited.add(through.rule(), cost);
            case Placement.Unattributed gap -> {
                gap.lacking().forEach(key -> lacking.add(key, cost));
                if (gap.bucket() == CostBucket.ACTIONABLE_GAP) {
                    defects.add(gap.defect(), cost);
                }
            }
        }
        count(category, placement.bucket(), charge);
    }

    private void count(String category, CostBucket bucket, Charge charge) {
        buckets.add(bucket, charge.cost().amount());
        slices.computeIfAbsent(category, absent -> new SliceTally()).count(bucket, charge);
    }

    /** What was counted. */
    CurrencyShare share(Money total) {
        return new CurrencyShare(
                total,
                buckets.in(currency),
                new Parts(defects.in(currency), notUsage.in(currency), inherited.in(currency), lacking.in(currency)),
                breakdown());
    }

    private List<Slice> breakdown() {
        Comparator<Slice> worstFirst =
                Comparator.comparing(slice -> slice.unattributed().amount().negate());
        return slices.entrySet().stream()
                .map(entry -> entry.getValue().slice(entry.getKey(), currency))
                .sorted(worstFirst.thenComparing(Slice::category))
                .toList();
    }

    /** Sums by something. */
    private static final class Sums<K> {
        private final Map<K, BigDecimal> sums = new HashMap<>();

        void add(K key, BigDecimal amount) {
            sums.merge(key, amount, BigDecimal::add);
        }

        Map<K, Money> in(Currency currency) {
            return sums.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, entry -> new Money(entry.getValue(), currency)));
        }
    }

    /** One category, which counts each resource once, whatever the order of its lines. */
    private static final class SliceTally {
        private BigDecimal spend = BigDecimal.ZERO;
        private BigDecimal attributed = BigDecimal.ZERO;
        private BigDecimal actionable = BigDecimal.ZERO;

        /** Most categories of a long breakdown have one resource, for which a table would be much. */
        private Optional<ResourceId> only = Optional.empty();

        private Optional<IdTable> several = Optional.empty();

        void count(CostBucket bucket, Charge charge) {
            BigDecimal cost = charge.cost().amount();
            spend = spend.add(cost);
            if (bucket.isAttributed()) {
                attributed = attributed.add(cost);
            }
            if (bucket == CostBucket.ACTIONABLE_GAP) {
                actionable = actionable.add(cost);
                count(charge.what());
            }
        }

        private void count(Charged what) {
            if (what instanceof Charged.OfResource resource) {
                count(resource.id());
            }
        }

        private void count(ResourceId id) {
            if (several.isEmpty() && only.filter(one -> !one.equals(id)).isPresent()) {
                IdTable both = new IdTable();
                only.ifPresent(both::add);
                several = Optional.of(both);
            }
            several.ifPresentOrElse(table -> table.add(id), () -> only = Optional.of(id));
        }

        private int resources() {
            return several.map(IdTable::size).orElse(only.isPresent() ? 1 : 0);
        }

        Slice slice(String category, Currency currency) {
            return new Slice(
                    category,
                    new Money(spend, currency),
                    new Money(attributed, currency),
                    new Money(actionable, currency),
                    resources());
        }
    }
}
