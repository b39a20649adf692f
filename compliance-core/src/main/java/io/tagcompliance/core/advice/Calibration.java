package io.tagcompliance.core.advice;

import java.util.HashMap;
import java.util.Map;

/**
 * How often evidence of each kind was right where it could be checked, kept apart by what binds the voters and by how much they
 * agreed. Each group that was left out is one trial. So that it can be checked itself, the groups lie in a few folds, any one
 * of which can be left out of the figures.
 */
final class Calibration {
    /** For figures of all folds. */
    static final int NO_FOLD = -1;

    private static final int FOLDS = 5;

    private final Map<Cell, Folds> cells = new HashMap<>();

    private Calibration(Map<Cell, Map<Integer, Trial>> trials) {
        trials.forEach((cell, byGroup) -> {
            Folds folds = new Folds(new double[FOLDS], new int[FOLDS]);
            byGroup.forEach(folds::add);
            cells.put(cell, folds);
        });
    }

    /** Evidence that is counted together. */
    private record Cell(EvidenceClass kind, String by, Agreement agreement) {
        static Cell of(Hearing hearing) {
            return new Cell(hearing.kind(), hearing.by(), Agreement.of(hearing.votes()));
        }
    }

    /** How much voters agree. */
    private enum Agreement {
        LITTLE,
        MUCH,
        NEARLY_ALL;

        static Agreement of(Votes votes) {
            double share = votes.agreement();
            return share < 0.7 ? LITTLE : share < 0.9 ? MUCH : NEARLY_ALL;
        }
    }

    /** On how many resources of a group evidence was tried, and on how many it was right. */
    private record Trial(int right, int resources) {
        Trial and(Trial other) {
            return new Trial(right + other.right, resources + other.resources);
        }
    }

    /** The trials of a cell, fold by fold. */
    private record Folds(double[] right, int[] trials) {
        void add(int group, Trial trial) {
            right[foldOf(group)] += (double) trial.right() / trial.resources();
            trials[foldOf(group)]++;
        }

        Precision without(int leftOut) {
            double sum = 0;
            int count = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                sum += fold == leftOut ? 0 : right[fold];
                count += fold == leftOut ? 0 : trials[fold];
            }
            return new Precision(sum, count);
        }
    }

    /** Trials while they are made. Confined to one thread. */
    static final class Notes {
        private final Map<Cell, Map<Integer, Trial>> trials = new HashMap<>();

        /** Notes whether evidence was right on a resource of that group: 1, or 0. */
        void add(Hearing hearing, int group, int right) {
            trials.computeIfAbsent(Cell.of(hearing), absent -> new HashMap<>())
                    .merge(group, new Trial(right, 1), Trial::and);
        }

        Calibration calibration() {
            return new Calibration(trials);
        }
    }

    /** The fold of a group. */
    static int foldOf(int group) {
        return ((group * 0x9E37_79B9) >>> 16) % FOLDS;
    }

    /** How often evidence like that was right, in the folds but one. */
    Precision precision(Hearing hearing, int withoutFold) {
        Folds folds = cells.get(Cell.of(hearing));
        return folds == null ? Precision.UNKNOWN : folds.without(withoutFold);
    }
}
