package io.tagcompliance.testkit;

import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A bill of chance, with what real ones have: credits, several tag sets of one resource, keys in other cases, three providers,
 * costs that were split. The same seed gives the same bill, so that one bill can be read through every ledger that there is.
 *
 * @param rows   those that weren't split
 * @param splits the others
 */
public record RandomBill(BillingPeriod period, List<ChargeRow> rows, List<SplitRow> splits) {
    private static final String SERVICE = "Amazon Elastic Compute Cloud";

    /** Copies the rows. */
    public RandomBill {
        rows = List.copyOf(rows);
        splits = List.copyOf(splits);
    }

    /** The bill of a seed. */
    public static RandomBill of(long seed, BillingPeriod period) {
        RandomRows chance = new RandomRows(new SplittableRandom(seed), period);
        return new RandomBill(period, chance.some(), chance.someSplit());
    }

    /** All rows, with parts in the place of what was split. */
    public List<ChargeRow> inParts() {
        return Stream.concat(rows.stream(), splits.stream().flatMap(split -> split.parts().stream()))
                .toList();
    }

    /** All rows, with what was split and without its parts. */
    public List<ChargeRow> inWholes() {
        return Stream.concat(rows.stream(), splits.stream().map(SplitRow::whole))
                .toList();
    }

    /**
     * The same as AWS alone can have billed it, in all that it tells of bills: one service, the tags that are activated, values
     * that aren't empty, parts with the tags of the whole, and an effective cost of its own only where a plan can cover usage.
     */
    public RandomBill ofAws() {
        return new RandomBill(
                period,
                rows.stream().map(RandomBill::asOfAws).toList(),
                splits.stream().map(RandomBill::asOfAws).toList());
    }

    private static SplitRow asOfAws(SplitRow split) {
        ChargeRow whole = asOfAws(split.whole());
        return new SplitRow(
                whole,
                split.parts().stream()
                        .map(part -> asOfAws(part).tagged(whole.tags()))
                        .toList());
    }

    private static ChargeRow asOfAws(ChargeRow row) {
        Map<String, String> tags = new LinkedHashMap<>(row.tags().asMap());
        tags.keySet().retainAll(Set.of("CostCenter", "Owner"));
        tags.values().removeIf(String::isEmpty);
        boolean differs = row.kind() == ChargeKind.USAGE || row.kind() == ChargeKind.UNUSED_COMMITMENT;
        return row.at(new ChargePlace(
                        Cloud.AWS, row.place().account(), row.place().region(), SERVICE))
                .of(row.place().cloud().equals(Cloud.AWS) ? row.what() : new Charged.NoResource())
                .tagged(Tags.of(tags))
                .costing(differs ? row.effective() : row.billed(), row.billed());
    }

    /** The same where nothing was taken back of usage. */
    public RandomBill withoutNegativeUsage() {
        return new RandomBill(
                period,
                rows.stream()
                        .filter(row -> row.kind() != ChargeKind.USAGE || !isTakenBack(row))
                        .toList(),
                splits);
    }

    private static boolean isTakenBack(ChargeRow row) {
        return row.billed().isNegative() || row.effective().isNegative();
    }

    /** The same where resources keep their tags all the time, and what names no resource has none. */
    public RandomBill withSteadyTags() {
        Map<Charged, Tags> first = new LinkedHashMap<>();
        inWholes().forEach(row -> first.putIfAbsent(row.what(), row.tags()));
        return new RandomBill(
                period, rows.stream().map(row -> steady(row, first)).toList(), splits);
    }

    private static ChargeRow steady(ChargeRow row, Map<Charged, Tags> first) {
        return row.tagged(
                row.what() instanceof Charged.OfResource ? first.getOrDefault(row.what(), row.tags()) : Tags.NONE);
    }
}
