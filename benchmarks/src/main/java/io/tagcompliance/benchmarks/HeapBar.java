package io.tagcompliance.benchmarks;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Bar P5: the heap that a scan of so many resources holds when everything else was collected. */
final class HeapBar {
    private HeapBar() {}

    /** @param arguments how many resources (1,000,000) */
    public static void main(String[] arguments) {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        run(size, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(int size, PrintWriter out) {
        long before = Pairs.heap();
        ResourceColumns columns = SyntheticEstate.columns(size);
        long held = Pairs.heap() - before;
        requireEqual(columns, size);
        out.printf(
                "%,d resources, %,d tag sets among them, each as it was put in: %.1f MiB, %d B each%n",
                columns.size(), tagSets(columns), held / 1048576.0, held / size);
    }

    static void requireEqual(ResourceColumns columns, int size) {
        for (int number = 0; number < size; number += 1 + size / 5_000) {
            Resource expected = SyntheticEstate.resource(number);
            int row = rowOf(columns, expected);
            if (!columns.get(row).toString().equals(expected.toString())) {
                throw new IllegalStateException("row " + row + " is not what was put in");
            }
        }
    }

    private static int rowOf(ResourceColumns columns, Resource resource) {
        int from = 0;
        int to = columns.size();
        while (to - from > 1) {
            int middle = (from + to) >>> 1;
            if (columns.get(middle).id().compareTo(resource.id()) <= 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static int tagSets(ResourceColumns columns) {
        Set<Long> sets = new HashSet<>();
        for (int row = 0; row < columns.size(); row++) {
            long mixed = columns.keySetOf(row);
            for (int position = columns.keySets().length(columns.keySetOf(row)) - 1; position >= 0; position--) {
                mixed = (mixed * 31 + columns.valueOf(row, position)) * 0x9E37_79B9_7F4A_7C15L;
            }
            sets.add(mixed);
        }
        return sets.size();
    }
}
