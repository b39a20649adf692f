package io.tagcompliance.core.trend;

import io.tagcompliance.core.resource.Ints;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.spi.TagChangeLog;
import io.tagcompliance.policy.Severity;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * What changed between two scans: errors first, then by resource and key. Of the millions of drifts that a large estate may
 * have an answer shows a few, so they are kept as numbers, and each is made of both scans anew when it is asked for. Immutable.
 */
final class Drifts extends AbstractList<TagDrift> implements RandomAccess {
    private final Gathering gathered;
    private final Map<Integer, List<TagChangeLog.Change>> heard;

    /** One and the same change, on however many resources. */
    record Alike(String tag, TagDrift.Kind kind) {}

    /** @param heard what logs say, by the rows of those resources in the newer scan that were looked up */
    private Drifts(Gathering gathered, Map<Integer, List<TagChangeLog.Change>> heard) {
        this.gathered = gathered;
        this.heard = Map.copyOf(heard);
    }

    @Override
    public int size() {
        return gathered.errors.size() + gathered.warnings.size();
    }

    @Override
    public TagDrift get(int index) {
        Rows rows = rows(index);
        int at = at(index);
        Resource after = gathered.comparison.newer().get(rows.after.at(at));
        TagDifference difference = gathered.comparison
                .differences(rows.before.at(at), rows.after.at(at))
                .get(rows.which.at(at));
        TagDrift drift = new TagDrift(
                after,
                difference.key(),
                difference.kind(),
                difference.values(),
                rows == gathered.errors ? Severity.ERROR : Severity.WARNING,
                new TagDrift.Change.NotAsked());
        return Optional.ofNullable(heard.get(rows.after.at(at)))
                .map(changes -> drift.by(ChangeAuthors.author(drift, changes)))
                .orElse(drift);
    }

    private Rows rows(int index) {
        return index < gathered.errors.size() ? gathered.errors : gathered.warnings;
    }

    private int at(int index) {
        return index < gathered.errors.size() ? index : index - gathered.errors.size();
    }

    /** What change one is. */
    Alike alike(int index) {
        return gathered.alike.get(rows(index).alike.at(at(index)));
    }

    /** The row of its resource in the newer scan. */
    int row(int index) {
        return rows(index).after.at(at(index));
    }

    /** Whether a log says something of its resource. */
    boolean isHeardOf(int index) {
        return heard.containsKey(row(index));
    }

    /** The same, where logs say that of the rows of the newer scan. */
    Drifts hearing(Map<Integer, List<TagChangeLog.Change>> said) {
        return new Drifts(gathered, said);
    }

    /** Drifts of one severity, each by a row of either scan, and which of their differences and which change it is. */
    private static final class Rows {
        private final Ints before = new Ints();
        private final Ints after = new Ints();
        private final Ints which = new Ints();
        private final Ints alike = new Ints();

        int size() {
            return after.size();
        }
    }

    /** Gathers them. Confined to one thread. */
    static final class Gathering implements ScanPairs.Visitor {
        private final TagComparison comparison;
        private final Map<Alike, Integer> numbers = new HashMap<>();
        private final List<Alike> alike = new ArrayList<>();
        private final Rows errors = new Rows();
        private final Rows warnings = new Rows();
        private final UncomparedTags uncompared = new UncomparedTags();
        private int compared;

        Gathering(TagComparison comparison) {
            this.comparison = comparison;
        }

        @Override
        public void inBoth(int before, int after) {
            if (comparison.isKnown(before, after)) {
                compared++;
                List<TagDifference> differences = comparison.differences(before, after);
                for (int which = 0; which < differences.size(); which++) {
                    Rows rows = rows(differences.get(which), after);
                    rows.before.add(before);
                    rows.after.add(after);
                    rows.which.add(which);
                    rows.alike.add(number(differences.get(which)));
                }
            } else {
                uncompared.add(
                        comparison.older().get(before), comparison.newer().get(after));
            }
        }

        private Rows rows(TagDifference difference, int after) {
            return switch (comparison.severity(difference, comparison.newer().get(after))) {
                case ERROR -> errors;
                case WARNING -> warnings;
            };
        }

        private int number(TagDifference difference) {
            return numbers.computeIfAbsent(new Alike(difference.key(), difference.kind()), first -> {
                alike.add(first);
                return alike.size() - 1;
            });
        }

        @Override
        public void inOlder(int before) {
            // A resource that went is no removed tag.
        }

        /** How many resources both scans found with tags. */
        int compared() {
            return compared;
        }

        /** What both scans found, and one of them without tags. */
        List<ScanGap> uncompared() {
            return uncompared.gaps();
        }

        Drifts drifts() {
            return new Drifts(this, Map.of());
        }
    }
}
