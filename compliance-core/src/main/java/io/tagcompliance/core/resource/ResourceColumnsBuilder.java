package io.tagcompliance.core.resource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts resources into columns one by one, and keeps none of them. Confined to one thread, and to be built once. */
public final class ResourceColumnsBuilder {
    /** The sequence of no keys. */
    public static final int NO_KEYS = TextSequences.EMPTY;

    private final Order order;
    private final Optional<IdIndex> index;
    private final TextPoolBuilder texts = new TextPoolBuilder();
    private final TextPoolBuilder values = new TextPoolBuilder();
    private final TextSequencesBuilder keySets = new TextSequencesBuilder();
    private final SitesBuilder sites = new SitesBuilder();
    private final Creations.Builder creations = new Creations.Builder();
    private final Map<ReadFailure, Integer> failures = new HashMap<>();
    private final List<ReadFailure> failuresInOrder = new ArrayList<>();
    private final TextSequencesBuilder traits = new TextSequencesBuilder();
    private final Rows rows = new Rows();

    private ResourceColumnsBuilder(Order order, Optional<IdIndex> index) {
        this.order = order;
        this.index = index;
    }

    private enum Order {
        AS_THEY_CAME,
        BY_ID
    }

    /** Keeps every resource, in the order in which they come. */
    public static ResourceColumnsBuilder inOrder() {
        return new ResourceColumnsBuilder(Order.AS_THEY_CAME, Optional.empty());
    }

    /** Keeps the first resource of each id, in the order in which they come. */
    public static ResourceColumnsBuilder distinct() {
        return new ResourceColumnsBuilder(Order.AS_THEY_CAME, Optional.of(new IdIndex()));
    }

    /** Keeps the first resource of each id, and sorts by id. */
    public static ResourceColumnsBuilder byId() {
        return new ResourceColumnsBuilder(Order.BY_ID, Optional.of(new IdIndex()));
    }

    /** The columns as they come in. */
    private static final class Rows {
        private final Ints shared = new Ints();
        private final Ints own = new Ints();
        private final Ints names = new Ints();
        private final Ints sites = new Ints();
        private final Ints keySets = new Ints();
        private final Ints firstValue = new Ints();
        private final Ints values = new Ints();
        private final Ints creations = new Ints();
        private final Ints traits = new Ints();
    }

    /** How many resources were kept. */
    public int size() {
        return rows.sites.size();
    }

    /**
     * Takes a resource.
     *
     * @return its number in the order in which resources were kept; where another one has its id already, that one's
     * @throws IllegalStateException where a scan can't hold as much as that
     */
    public int add(Resource resource) {
        IdParts id = IdParts.of(resource.id().text());
        int shared = texts.add(id.shared());
        int own = texts.add(id.own());
        if (index.isPresent()) {
            int row = index.get().rowOf(resource.id(), shared, own);
            if (row < size()) {
                return row;
            }
        }
        rows.shared.add(shared);
        rows.own.add(own);
        rows.names.add(texts.add(resource.name()));
        rows.sites.add(sites.add(resource));
        rows.firstValue.add(rows.values.size());
        rows.keySets.add(
                switch (resource.tags()) {
                    case TagReading.Unknown unknown -> -1 - add(unknown.failure());
                    case TagReading.Known known -> add(known.tags());
                });
        rows.creations.add(creations.add(resource.creation()));
        rows.traits.add(TraitTexts.add(resource.traits(), traits));
        return size() - 1;
    }

    /**
     * A resource as numbers, without an object for each of its texts. Nothing else is known of it.
     *
     * @param like   the number of a resource whose site it has, and whose id is the same up to the last {@code /} or
     *               {@code :}
     * @param own    the {@link #text} of what follows in its id
     * @param name   the {@link #text} of its name
     * @param keySet the sequence of its keys
     * @param values the {@link #value} under each key, and behind them whatever there is
     */
    public record NumberedRow(int like, int own, int name, int keySet, int[] values, Creation creation) {}

    /**
     * Takes a resource that is like one that was kept.
     *
     * @return as with any other
     */
    public int add(NumberedRow row) {
        if (index.isPresent()) {
            int known = index.get().rowLike(row.like(), row.own(), texts);
            if (known < size()) {
                return known;
            }
        }
        rows.shared.add(rows.shared.at(row.like()));
        rows.own.add(row.own());
        rows.names.add(row.name());
        rows.sites.add(rows.sites.at(row.like()));
        rows.firstValue.add(rows.values.size());
        rows.keySets.add(row.keySet());
        for (int tag = 0; tag < keySets.length(row.keySet()); tag++) {
            rows.values.add(row.values()[tag]);
        }
        rows.creations.add(creations.add(row.creation()));
        rows.traits.add(TextSequences.EMPTY);
        return size() - 1;
    }

    /** The number of a part of an id, or of a name, that has a byte for each character. */
    public int text(byte[] latin1, int from, int to) {
        return texts.add(latin1, from, to);
    }

    /** The number of a value that has a byte for each character. */
    public int value(byte[] latin1, int from, int to) {
        return values.add(latin1, from, to);
    }

    /** The sequence of keys that is longer by one, where some resource has it or begins with it; negative where none does. */
    public int keysAfter(int sequence, String key) {
        return keySets.find(sequence, key);
    }

    private int add(Tags tags) {
        int set = TextSequences.EMPTY;
        for (int index = 0; index < tags.size(); index++) {
            set = keySets.with(set, tags.key(index));
            rows.values.add(values.add(tags.value(index)));
        }
        return set;
    }

    private int add(ReadFailure failure) {
        Integer known = failures.putIfAbsent(failure, failuresInOrder.size());
        if (known != null) {
            return known;
        }
        failuresInOrder.add(failure);
        return failuresInOrder.size() - 1;
    }

    /** The columns. */
    public ResourceColumns build() {
        TextPool pool = texts.build();
        int[] rowsInOrder = order(pool);
        TextSequences sets = keySets.build();
        int[] setOf = inOrder(rows.keySets, rowsInOrder);
        int[] firstValue = new int[rowsInOrder.length];
        int[] valuesInOrder = new int[rows.values.size()];
        int next = 0;
        for (int row = 0; row < rowsInOrder.length; row++) {
            firstValue[row] = next;
            int from = rows.firstValue.at(rowsInOrder[row]);
            for (int tags = setOf[row] < 0 ? 0 : keySets.length(setOf[row]); tags > 0; tags--) {
                valuesInOrder[next++] = rows.values.at(from++);
            }
        }
        return new ResourceColumns(
                new ResourceColumns.Dictionaries(
                        pool, values.build(), sets, sites.build(), List.copyOf(failuresInOrder), traits.build()),
                new ResourceColumns.Numbers(
                        new ResourceColumns.Ids(
                                inOrder(rows.shared, rowsInOrder),
                                inOrder(rows.own, rowsInOrder),
                                inOrder(rows.names, rowsInOrder)),
                        inOrder(rows.sites, rowsInOrder),
                        setOf,
                        firstValue,
                        valuesInOrder,
                        Creations.of(rows.creations, creations, rowsInOrder),
                        traits.size() == 1 ? new int[0] : inOrder(rows.traits, rowsInOrder)));
    }

    private int[] order(TextPool pool) {
        return index.filter(ids -> order == Order.BY_ID)
                .map(ids -> ids.inOrder(pool))
                .orElseGet(this::asTheyCame);
    }

    private int[] asTheyCame() {
        int[] rowsInOrder = new int[size()];
        Arrays.setAll(rowsInOrder, row -> row);
        return rowsInOrder;
    }

    private static int[] inOrder(Ints column, int[] order) {
        int[] sorted = new int[order.length];
        for (int row = 0; row < order.length; row++) {
            sorted[row] = column.at(order[row]);
        }
        return sorted;
    }
}
