package io.tagcompliance.testkit;

import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TypeCatalogue;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits a bill in the plainest way, row by row: what faster ways are compared with. It knows keys that have to be there, in
 * that very case, and the values that they may have.
 *
 * @param allowed by key; an empty set = any value that isn't blank
 * @param handed  the tags that an account of AWS hands on to all that lacks a key, by account
 */
public record PlainAttribution(Map<String, Set<String>> allowed, Map<AccountId, Map<String, String>> handed) {
    /** Where no account hands anything on. */
    public PlainAttribution(Map<String, Set<String>> allowed) {
        this(allowed, Map.of());
    }

    /** The sum of each bucket, by currency; all six of each currency. */
    public Map<Currency, Map<CostBucket, BigDecimal>> split(List<ChargeRow> rows, CostMetric metric) {
        Map<Currency, Map<CostBucket, BigDecimal>> sums = new HashMap<>();
        for (ChargeRow row : rows) {
            sums.computeIfAbsent(row.cost(metric).currency(), currency -> none())
                    .merge(bucket(row, metric), row.cost(metric).amount(), BigDecimal::add);
        }
        return sums;
    }

    private static Map<CostBucket, BigDecimal> none() {
        Map<CostBucket, BigDecimal> sums = new EnumMap<>(CostBucket.class);
        for (CostBucket bucket : CostBucket.values()) {
            sums.put(bucket, BigDecimal.ZERO);
        }
        return sums;
    }

    private CostBucket bucket(ChargeRow row, CostMetric metric) {
        if (row.kind() != ChargeKind.USAGE || row.cost(metric).amount().signum() < 0) {
            return CostBucket.NOT_USAGE;
        }
        if (allowed.keySet().stream().allMatch(key -> isRight(key, own(key, row)))) {
            return CostBucket.DIRECT;
        }
        if (allowed.keySet().stream().allMatch(key -> isRight(key, ownOrHanded(key, row)))) {
            return CostBucket.INHERITED;
        }
        if (row.what() instanceof Charged.OfResource resource) {
            return TypeCatalogue.isUntaggable(resource.type()) ? CostBucket.UNTAGGABLE : CostBucket.ACTIONABLE_GAP;
        }
        boolean taggable = TypeCatalogue.entries().stream()
                .anyMatch(entry -> entry.isTaggable()
                        && entry.cloud().equals(row.place().cloud())
                        && entry.service().equals(row.place().service()));
        return taggable ? CostBucket.NO_RESOURCE_ID : CostBucket.UNTAGGABLE;
    }

    private boolean isRight(String key, String value) {
        Set<String> values = allowed.getOrDefault(key, Set.of());
        return !value.isBlank() && (values.isEmpty() || values.contains(value));
    }

    private static String own(String key, ChargeRow row) {
        return row.tags().asMap().getOrDefault(key, "");
    }

    /** A key that is there in another case, or with another value, is put right there and not handed on. */
    private String ownOrHanded(String key, ChargeRow row) {
        boolean isThere = row.tags().asMap().keySet().stream().anyMatch(key::equalsIgnoreCase);
        return isThere || !row.place().cloud().equals(Cloud.AWS)
                ? own(key, row)
                : handed.getOrDefault(row.place().account(), Map.of()).getOrDefault(key, "");
    }
}
