package io.tagcompliance.core.check;

import io.tagcompliance.core.check.UntaggedRequest.Missing;
import io.tagcompliance.core.check.UntaggedResources.Untagged;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.ResourceCosts;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.resource.Rows;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Finds what has no tags at all, or lacks certain ones; resources that were never tagged among them. */
public final class FindUntaggedResources {
    private final Sources sources;

    public FindUntaggedResources(Sources sources) {
        this.sources = sources;
    }

    /**
     * Looks through what the request names. Costs are unknown where the bill isn't read when the asker's patience ends.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public UntaggedResources find(UntaggedRequest request, Patience patience) throws InterruptedException {
        Instant began = sources.clock().instant();
        Selection selection = Selection.read(sources, request.filter(), request.freshness(), patience);
        Rows known = selection.rows().where(row -> selection.columns().keySetOf(row) >= 0);
        RowCosts costs = sources.costs().of(BilledUnseen.Scanned.by(selection), sources.left(patience, began));
        int[] untagged = costs.dearestFirst(
                costs.atLeast(request.leastCost(), rows(untagged(request.missing(), known, selection))));
        return new UntaggedResources(
                selection.facts(),
                new RowList<>(untagged, row -> untagged(request.missing(), row, selection, costs)),
                selection.rows().size(),
                selection.rows().size() - known.size(),
                spend(costs, untagged));
    }

    /** What those cost together that were found. */
    private static CheckSpend spend(RowCosts costs, int[] untagged) {
        return switch (costs.costs()) {
            case ResourceCosts.Unknown unknown -> new CheckSpend.Unknown(unknown.reason());
            case ResourceCosts.Known known ->
                new CheckSpend.Known(
                        known.period(),
                        known.bill(),
                        new Money(costs.sum(Arrays.stream(untagged)), known.currency()),
                        Optional.empty(),
                        Optional.empty());
        };
    }

    private static int[] rows(Rows some) {
        int[] rows = new int[some.size()];
        Arrays.setAll(rows, some::row);
        return rows;
    }

    private static Rows untagged(Missing missing, Rows known, Selection selection) {
        return switch (missing) {
            case Missing.AllTags all -> known.where(carrying(selection, Tags::hasNoneOfItsOwner));
            case Missing.AnyRequired any -> selection.verdicts().lackingRequired(selection.columns(), known);
            case Missing.AnyOf anyOf ->
                known.where(carrying(
                        selection,
                        tags -> !lacking(anyOf.keys(), tags, selection.policy()).isEmpty()));
        };
    }

    /** The rows with such tags, where their keys alone decide: asked once for each sequence of keys. */
    private static IntPredicate carrying(Selection selection, Predicate<Tags> keysDecide) {
        Map<Integer, Boolean> decided = new HashMap<>();
        return row -> decided.computeIfAbsent(
                selection.columns().keySetOf(row),
                keySet -> keysDecide.test(selection.columns().tags(row)));
    }

    private static Untagged untagged(Missing missing, int row, Selection selection, RowCosts costs) {
        List<TagKey> keys = missing instanceof Missing.AnyOf anyOf
                ? lacking(anyOf.keys(), selection.columns().tags(row), selection.policy())
                : selection.verdicts().missingKeys(selection.columns(), row);
        return new Untagged(selection.columns().get(row), keys, costs.of(row));
    }

    private static List<TagKey> lacking(Set<TagKey> keys, Tags tags, CompiledPolicy policy) {
        return keys.stream()
                .filter(key -> !policy.carries(tags, key))
                .sorted(Comparator.comparing(TagKey::text))
                .toList();
    }
}
