package io.tagcompliance.core.attribution;

import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.TagKey;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The charges of one currency, and who answers for them.
 *
 * @param total     of all charges, as the bill adds them up
 * @param buckets   each charge in exactly one: all six, those without a charge too
 * @param parts     what the buckets are made of
 * @param breakdown every category, the one with most unattributed cost first
 */
public record CurrencyShare(Money total, Map<CostBucket, Money> buckets, Parts parts, List<Slice> breakdown) {
    public CurrencyShare {
        buckets = Map.copyOf(buckets);
        breakdown = List.copyOf(breakdown);
    }

    /**
     * What buckets are made of.
     *
     * @param defects   of the actionable gap, by what is wrong
     * @param notUsage  of what is no usage, by what it is; usage that was taken back counts as a refund
     * @param inherited by the rule that lets it be
     * @param lacking   by key, what isn't right with it: a charge that lacks three keys stands under each, so these don't
     *                  add up
     */
    public record Parts(
            Map<Defect, Money> defects,
            Map<ChargeKind, Money> notUsage,
            Map<RuleId, Money> inherited,
            Map<TagKey, Money> lacking) {
        public Parts {
            defects = Map.copyOf(defects);
            notUsage = Map.copyOf(notUsage);
            inherited = Map.copyOf(inherited);
            lacking = Map.copyOf(lacking);
        }
    }

    /**
     * A category of charges.
     *
     * @param category   empty where they have none
     * @param resources  how many resources are in its actionable gap, each once
     */
    public record Slice(String category, Money spend, Money attributed, Money actionable, int resources) {
        /** What nobody answers for. */
        public Money unattributed() {
            return spend.minus(attributed);
        }
    }

    public Currency currency() {
        return total.currency();
    }

    /** The cost of a bucket. */
    public Money of(CostBucket bucket) {
        return buckets.getOrDefault(bucket, Money.zero(currency()));
    }

    /** What somebody answers for. */
    public Money attributed() {
        return sum(CostBucket::isAttributed);
    }

    /** What nobody answers for: all of the rest, tax and credits too. */
    public Money gap() {
        return total.minus(attributed());
    }

    /** Whether the buckets add up to the total to the last digit. */
    public boolean reconciles() {
        return sum(every -> true).isSameAs(total);
    }

    /**
     * The unattributed share of the total, 0 to 1; none where the buckets don't add up, there is nothing to divide by, or credits
     * make it no share at all: a gap below nothing, or above the total.
     */
    public Optional<BigDecimal> gapOfTotal() {
        return share(gap(), total);
    }

    /** The unattributed share of what could be tagged, 0 to 1; none as above. */
    public Optional<BigDecimal> gapOfTaggable() {
        Money taggable = sum(CostBucket::isTaggable);
        return share(taggable.minus(attributed()), taggable);
    }

    private Optional<BigDecimal> share(Money part, Money whole) {
        return reconciles() ? part.shareOf(whole) : Optional.empty();
    }

    private Money sum(Predicate<CostBucket> which) {
        return buckets.entrySet().stream()
                .filter(bucket -> which.test(bucket.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Money.zero(currency()), Money::plus);
    }
}
