package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.attribution.CurrencyShare.Slice;
import io.tagcompliance.core.attribution.Grouping;
import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillFacts.Activation;
import io.tagcompliance.core.cost.BillFacts.Estimate;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TeamKey;
import io.tagcompliance.server.tool.answer.GapAnswer;
import io.tagcompliance.server.tool.answer.GapAnswer.Basis;
import io.tagcompliance.server.tool.answer.GapAnswer.BucketRow;
import io.tagcompliance.server.tool.answer.GapAnswer.KeyRow;
import io.tagcompliance.server.tool.answer.GapAnswer.PartRow;
import io.tagcompliance.server.tool.answer.GapAnswer.SliceRow;
import io.tagcompliance.server.tool.answer.GapAnswer.Spend;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shapes one attribution of costs into answers that differ in their rows only. */
final class GapAnswers {
    /** Why nobody knows which tag names teams. */
    static final String NO_TEAM_TAG = "no rule of the policy is about a tag named Team, Squad or Owner";

    private final CostAttribution attribution;
    private final PersonalData people;
    private final Optional<CurrencyShare> share;

    GapAnswers(CostAttribution attribution, PersonalData people) {
        this.attribution = attribution;
        this.people = people;
        this.share = shares().stream().findFirst();
    }

    private List<CurrencyShare> shares() {
        return switch (attribution) {
            case CostAttribution.Known known -> known.shares();
            case CostAttribution.Unknown unknown -> List.of();
        };
    }

    /** What tells answers apart whose pages don't belong together. */
    String identity() {
        return switch (attribution) {
            case CostAttribution.Known known ->
                known.bill().rows() + " rows to " + known.bill().lastDay();
            case CostAttribution.Unknown unknown -> "unknown";
        };
    }

    /** The categories of the first currency. */
    List<Slice> slices() {
        return share.map(CurrencyShare::breakdown).orElse(List.of());
    }

    SliceRow row(Slice slice) {
        SafeText category = SafeText.of(people.value(key(), slice.category()));
        return new SliceRow(
                slice.category().isEmpty() ? null : category.text(),
                Rows.onlyIfTrue(category.escaped()),
                Amounts.exact(slice.spend()),
                Amounts.exact(slice.unattributed()),
                Amounts.exact(slice.actionable()),
                slice.resources());
    }

    /** The tag whose values the categories are; empty where they are no values of tags. */
    private String key() {
        return attribution.question().grouping().tag().map(TagKey::text).orElse("");
    }

    ObjectNode with(List<SliceRow> rows, Optional<String> nextCursor) {
        return Json.tree(new GapAnswer(
                share.map(GapAnswers::spend).orElseGet(this::totalAlone),
                share.map(GapAnswers::buckets).orElse(List.of()),
                share.map(GapAnswers::parts).orElse(List.of()),
                rows,
                slices().size(),
                nextCursor.orElse(null),
                nextCursor.isEmpty() ? "" : "next_cursor gives more categories, detail=full longer answers",
                share.map(GapAnswers::lacking).orElse(List.of()),
                shares().stream().skip(1).map(GapAnswers::spend).toList(),
                basis(),
                nullReasons(),
                Provenances.policy(attribution.question().policy())));
    }

    private static Spend spend(CurrencyShare share) {
        return new Spend(
                share.currency().getCurrencyCode(),
                Amounts.exact(share.total()),
                Amounts.exact(share.attributed()),
                Amounts.exact(share.gap()),
                share.gapOfTotal().map(Amounts::percent).orElse(null),
                share.gapOfTaggable().map(Amounts::percent).orElse(null));
    }

    /** What is known where the gap isn't. */
    private Spend totalAlone() {
        Optional<Money> total = total();
        return new Spend(
                total.map(sum -> sum.currency().getCurrencyCode()).orElse(null),
                total.map(Amounts::exact).orElse(null),
                null,
                null,
                null,
                null);
    }

    /** Of one currency alone: nobody knows which of several the gap would be in. */
    private Optional<Money> total() {
        return attribution
                .facts()
                .map(BillFacts::totals)
                .filter(totals -> totals.size() == 1)
                .map(List::getFirst);
    }

    static List<BucketRow> buckets(CurrencyShare share) {
        return Arrays.stream(CostBucket.values())
                .map(bucket -> new BucketRow(bucket.letter(), bucket.label(), Amounts.exact(share.of(bucket))))
                .toList();
    }

    private static List<PartRow> parts(CurrencyShare share) {
        List<PartRow> parts = new ArrayList<>();
        parts.addAll(parts("B", share.parts().inherited(), rule -> rule.text()));
        parts.addAll(parts("C", share.parts().defects(), defect -> defect.label()));
        parts.addAll(parts("F", share.parts().notUsage(), kind -> kind.label()));
        return parts;
    }

    private static <K> List<PartRow> parts(String bucket, Map<K, Money> sums, Function<K, String> name) {
        return largestFirst(sums)
                .map(entry -> new PartRow(bucket, name.apply(entry.getKey()), Amounts.exact(entry.getValue())))
                .toList();
    }

    private static List<KeyRow> lacking(CurrencyShare share) {
        return largestFirst(share.parts().lacking())
                .map(entry -> new KeyRow(entry.getKey().text(), Amounts.exact(entry.getValue())))
                .toList();
    }

    private static <K> Stream<Map.Entry<K, Money>> largestFirst(Map<K, Money> sums) {
        return sums.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<K, Money> entry) -> entry.getValue().amount().negate()));
    }

    private Basis basis() {
        Optional<BillFacts> bill = attribution.facts();
        Optional<Activation.Told> told = bill.map(BillFacts::activation)
                .filter(Activation.Told.class::isInstance)
                .map(Activation.Told.class::cast);
        CostAttribution.Question question = attribution.question();
        return new Basis(
                bill.map(BillFacts::source).orElse("none"),
                question.metric().label(),
                question.period().start().toString(),
                question.period().end().toString(),
                bill.map(facts -> facts.state().label()).orElse(null),
                bill.flatMap(this::estimatedShare).orElse(null),
                bill.map(facts -> facts.lastDay().toString()).orElse(null),
                bill.map(BillFacts::rows).orElse(0L),
                question.keys().stream().map(TagKey::text).toList(),
                question.grouping().tag().map(TagKey::text).orElse(null),
                told.map(Activation.Told::active).orElse(null),
                told.map(Activation.Told::inactive).orElse(null),
                warnings(attribution));
    }

    private Optional<BigDecimal> estimatedShare(BillFacts bill) {
        return share.map(CurrencyShare::currency)
                .or(() -> total().map(Money::currency))
                .flatMap(bill::estimatedShare)
                .map(Amounts::share);
    }

    /** What a reader of the figures has to know. */
    static List<String> warnings(CostAttribution attribution) {
        return switch (attribution) {
            case CostAttribution.Known known -> warnings(known);
            case CostAttribution.Unknown unknown ->
                unknown.facts().map(BillFacts::notes).orElse(List.of());
        };
    }

    private static List<String> warnings(CostAttribution.Known attribution) {
        List<String> warnings = new ArrayList<>(attribution.bill().notes());
        List<CurrencyShare> shares = attribution.shares();
        if (shares.size() > 1) {
            warnings.add(
                    "the bill has several currencies; the figures are of the one with most charges, besides there are "
                            + shares.stream()
                                    .skip(1)
                                    .map(other -> Amounts.sentence(other.total()))
                                    .collect(Collectors.joining(", ")));
        }
        shares.stream()
                .filter(one -> !one.reconciles())
                .forEach(one -> warnings.add(
                        "the buckets in " + one.currency() + " do not add up to the total, so no percentage is given"));
        if (attribution.question().grouping() instanceof Grouping.ByTeam(TeamKey.Assumed unruled)) {
            warnings.add(
                    NO_TEAM_TAG + ", so that teams are the values of the tag " + unruled.key() + ", if it is there");
        }
        return warnings;
    }

    private void explain(BillFacts bill, Map<String, String> reasons) {
        if (bill.activation() instanceof Activation.Untold) {
            reasons.put("active_keys", "an export doesn't say which keys are activated for cost allocation");
        }
        if (bill.certainty().estimate() instanceof Estimate.Untold) {
            reasons.put("estimated_share", "an export doesn't say what of it is an estimate");
        } else if (estimatedShare(bill).isEmpty()) {
            reasons.put(
                    "estimated_share",
                    "what is an estimate is no share of the total, which is nothing or less, or a part of which credits outweigh");
        }
    }

    private Map<String, String> nullReasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (attribution instanceof CostAttribution.Unknown unknown) {
            if (total().isEmpty()) {
                reasons.put("total_cloud_spend", unknown.failure().remedy());
            }
            reasons.put("attribution_gap", unknown.failure().remedy());
        }
        share.filter(one -> one.gapOfTotal().isEmpty())
                .ifPresent(none -> reasons.put(
                        "attribution_gap_percentage",
                        "the gap is no share of the total: that is not positive, credits outweigh the gap, or the buckets do not"
                                + " add up"));
        share.filter(one -> one.gapOfTaggable().isEmpty())
                .ifPresent(none -> reasons.put(
                        "attribution_gap_percentage_of_taggable",
                        "nothing on the bill could be tagged, or the buckets do not add up"));
        attribution.facts().ifPresent(bill -> explain(bill, reasons));
        return reasons;
    }
}
