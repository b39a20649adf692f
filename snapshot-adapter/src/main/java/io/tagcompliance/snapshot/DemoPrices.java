package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.TypeCatalogue;
import java.math.BigDecimal;
import java.util.Map;

/** What resources of the made-up company cost: made up too, and about what people pay. */
final class DemoPrices {
    /** Dollars a month for the smallest of a category; the largest costs four times as much. */
    private static final Map<Category, Integer> SMALLEST = Map.ofEntries(
            Map.entry(Category.COMPUTE_INSTANCE, 45),
            Map.entry(Category.BLOCK_STORAGE, 8),
            Map.entry(Category.STORAGE_SNAPSHOT, 2),
            Map.entry(Category.RELATIONAL_DB, 130),
            Map.entry(Category.NOSQL_DB, 40),
            Map.entry(Category.CACHE, 60),
            Map.entry(Category.OBJECT_BUCKET, 12),
            Map.entry(Category.FILE_STORAGE, 35),
            Map.entry(Category.DATA_WAREHOUSE, 220),
            Map.entry(Category.CONTAINER_CLUSTER, 75),
            Map.entry(Category.LOAD_BALANCER, 20),
            Map.entry(Category.APP_PLATFORM, 55));

    private static final int ANYTHING_ELSE = 3;
    private static final int STEPS = 300;

    private DemoPrices() {}

    /** Dollars a month, to the cent; every tenth of what costs little costs nothing at all. */
    static BigDecimal monthly(Resource resource) {
        Dice dice = Dice.of(resource.id().text() + " price");
        int smallest = TypeCatalogue.categoryOf(resource.type())
                .map(category -> SMALLEST.getOrDefault(category, ANYTHING_ELSE))
                .orElse(ANYTHING_ELSE);
        if (smallest == ANYTHING_ELSE && dice.says("free", 10)) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(smallest * (100L + dice.roll("size", STEPS)), 2);
    }
}
