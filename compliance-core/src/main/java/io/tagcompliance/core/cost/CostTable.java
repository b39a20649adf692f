package io.tagcompliance.core.cost;

import io.tagcompliance.core.resource.Ints;
import io.tagcompliance.core.resource.ResourceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What many resources cost: some fifty bytes each, where a map of objects takes some three hundred. Each has a number, from zero
 * to under the size. Immutable.
 */
public final class CostTable {
    /** That of nothing. */
    public static final CostTable EMPTY = new CostTable();

    private final IdTable ids = new IdTable();
    private final ExactAmounts amounts = new ExactAmounts();
    private final Map<Billed, Integer> kindNumbers = new HashMap<>();
    private final List<Billed> kinds = new ArrayList<>();
    private final Ints kindOf = new Ints();

    private CostTable() {}

    /** Fills a table. Confined to one thread. */
    public static final class Filling {
        private final CostTable table = new CostTable();

        /** Adds a cost to what the resource is known to cost; what else the bill says of it is taken from the first time. */
        public void add(ResourceId id, Billed billed, BigDecimal cost) {
            table.add(id, billed, cost);
        }

        /** What was filled in; nothing is added after that. */
        public CostTable table() {
            return table;
        }
    }

    private void add(ResourceId id, Billed billed, BigDecimal cost) {
        int before = ids.size();
        int number = ids.add(id);
        if (number == before) {
            amounts.append(cost);
            kindOf.add(kindNumbers.computeIfAbsent(billed, this::number));
        } else {
            amounts.set(number, amounts.get(number).add(cost));
        }
    }

    private int number(Billed billed) {
        kinds.add(billed);
        return kinds.size() - 1;
    }

    /** How many resources have a cost. */
    public int size() {
        return ids.size();
    }

    /** The number of a resource; {@link IdTable#NONE} where it has no cost. */
    public int find(ResourceId id) {
        return ids.find(id);
    }

    /** The resource of a number. */
    public ResourceId id(int number) {
        return ids.id(number);
    }

    /** What else the bill says of the resource of a number. */
    public Billed billed(int number) {
        return kinds.get(kindOf.at(number));
    }

    /** What the resource of a number costs. */
    public BigDecimal cost(int number) {
        return amounts.get(number);
    }

    /** What the resources of some numbers cost together, to the last digit. */
    public BigDecimal sum(IntStream numbers) {
        return amounts.sum(numbers);
    }

    /** Compares what the resources of two numbers cost. */
    public int compare(int one, int other) {
        return amounts.compare(one, other);
    }
}
