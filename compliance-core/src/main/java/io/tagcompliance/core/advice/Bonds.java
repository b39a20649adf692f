package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.EvidenceClass.LeftOut;
import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/**
 * What binds the resources of a scan to each other. Of a scan with more than {@link #MOST_VOTERS} resources every so many-th
 * has a vote, always the same ones; among those of a hard link every one has. Immutable when made.
 */
final class Bonds {
    static final int MOST_VOTERS = 200_000;

    /** What a parent is that is a resource too, where it is named by the last part of its id. */
    private static final Map<ParentLink.Kind, Set<Category>> PARENTS = Map.of(
            ParentLink.Kind.SCALING_GROUP, Set.of(Category.SCALING_GROUP),
            ParentLink.Kind.INSTANCE, Set.of(Category.COMPUTE_INSTANCE),
            ParentLink.Kind.VOLUME, Set.of(Category.BLOCK_STORAGE),
            ParentLink.Kind.CLUSTER, Set.of(Category.CONTAINER_CLUSTER, Category.RELATIONAL_DB, Category.CACHE),
            ParentLink.Kind.SERVICE, Set.of(Category.CONTAINER_SERVICE),
            ParentLink.Kind.DATABASE, Set.of(Category.RELATIONAL_DB));

    private final int size;
    private final int step;
    private final Families families;
    private final int[] accounts;
    private final Map<Tie, Bond> known = new HashMap<>();
    private final Map<Bond, Integer> firstRows = new HashMap<>();
    private final List<List<Bond>> ofVoters;

    private Bonds(ResourceColumns columns) {
        this.size = columns.size();
        this.step = 1 + (columns.size() - 1) / MOST_VOTERS;
        this.families = new Families(columns.size());
        this.accounts = new int[columns.size()];
        this.ofVoters = new ArrayList<>(columns.size() / step + 1);
    }

    /** Those of a scan. */
    static Bonds of(ResourceColumns columns) {
        Bonds bonds = new Bonds(columns);
        bonds.learnLinks(columns);
        bonds.learnParents(columns);
        bonds.families.settle();
        bonds.learnOthers(columns);
        return bonds;
    }

    private void learnLinks(ResourceColumns columns) {
        Map<String, Integer> places = new HashMap<>();
        for (int row = 0; row < columns.size(); row++) {
            Resource resource = columns.get(row);
            accounts[row] = places.computeIfAbsent(Tie.place(resource), absent -> places.size());
            for (Tie link : Tie.links(resource)) {
                Bond bond = learn(link);
                firstRows.putIfAbsent(bond, row);
                families.unite(row, Objects.requireNonNull(firstRows.get(bond)));
            }
        }
    }

    private Bond learn(Tie tie) {
        return known.computeIfAbsent(tie, absent -> new Bond(tie, known.size()));
    }

    private void learnParents(ResourceColumns columns) {
        for (int row = 0; !firstRows.isEmpty() && row < columns.size(); row++) {
            for (Bond bond : asParent(columns.get(row))) {
                families.unite(row, Objects.requireNonNull(firstRows.get(bond)));
            }
        }
    }

    /** The links by which others name this resource as theirs. */
    private List<Bond> asParent(Resource resource) {
        List<Bond> named = new ArrayList<>();
        PARENTS.forEach((kind, categories) -> {
            boolean mayBe = TypeCatalogue.categoryOf(resource.type())
                    .filter(categories::contains)
                    .isPresent();
            for (String name :
                    mayBe ? List.of(Tie.lastPart(resource), resource.id().text()) : List.<String>of()) {
                Bond bond = known.get(Tie.link(new ParentLink(kind, name), resource));
                if (bond != null) {
                    named.add(bond);
                }
            }
        });
        return named;
    }

    /** What binds nobody but one is forgotten again. */
    private void learnOthers(ResourceColumns columns) {
        Map<Bond, Integer> voters = new HashMap<>();
        List<List<Bond>> others = new ArrayList<>();
        for (int row = 0; row < columns.size(); row += step) {
            List<Bond> bonds =
                    Tie.others(columns.get(row)).stream().map(this::learn).toList();
            bonds.forEach(bond -> voters.merge(bond, 1, Integer::sum));
            others.add(bonds);
        }
        Predicate<Bond> bindsSeveral = bond -> voters.getOrDefault(bond, 0) > 1;
        known.values().removeIf(bond -> bond.kind() != EvidenceClass.HARD_LINK && !bindsSeveral.test(bond));
        for (int voter = 0; voter < others.size(); voter++) {
            List<Bond> all = new ArrayList<>(links(columns.get(voter * step)));
            others.get(voter).stream().filter(bindsSeveral).forEach(all::add);
            ofVoters.add(List.copyOf(all));
        }
    }

    private Set<Bond> links(Resource resource) {
        Set<Bond> links = new LinkedHashSet<>();
        Tie.links(resource).forEach(tie -> links.add(Objects.requireNonNull(known.get(tie))));
        links.addAll(asParent(resource));
        return links;
    }

    private List<Bond> lookUp(Resource resource) {
        List<Bond> bonds = new ArrayList<>(links(resource));
        for (Tie tie : Tie.others(resource)) {
            Bond bond = known.get(tie);
            if (bond != null) {
                bonds.add(bond);
            }
        }
        return bonds;
    }

    /** All that binds a row to others, hard links first. */
    List<Bond> of(Row row) {
        return isVoter(row.number()) ? ofVoters.get(row.number() / step) : lookUp(row.resource());
    }

    /** Whether a row has a vote where it isn't bound by a hard link. */
    boolean isVoter(int row) {
        return row % step == 0;
    }

    /** Those that have a vote by some bond. */
    void forEachVoter(IntConsumer voter) {
        for (int row = 0; row < size; row++) {
            if (isVoter(row) || !families.isAlone(row)) {
                voter.accept(row);
            }
        }
    }

    /** The group to which a row belongs, whose votes are one where that is left out. */
    int groupOf(int row, LeftOut leftOut) {
        return switch (leftOut) {
            case THE_RESOURCE -> row;
            case ITS_FAMILY -> families.of(row);
            case ITS_ACCOUNT -> accounts[row];
        };
    }

    /** Whether that group has no other row. */
    boolean isAlone(int row, LeftOut leftOut) {
        return switch (leftOut) {
            case THE_RESOURCE -> true;
            case ITS_FAMILY -> families.isAlone(row);
            case ITS_ACCOUNT -> false;
        };
    }
}
