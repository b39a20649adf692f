package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.CommonestValues.Guesses;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

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
            Folds folds = Folds.none();
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

    /** On how many resources of a group evidence was tried, and on how many it and each of the simplest ways were right. */
    record Trial(int right, int estateRight, int accountRight, int resources) {
        /** On one resource, of which the value is known. */
        static Trial of(String said, Guesses guesses, String truth) {
            return new Trial(one(said.equals(truth)), one(guesses.estateIs(truth)), one(guesses.accountIs(truth)), 1);
        }

        private static int one(boolean right) {
            return right ? 1 : 0;
        }

        private Trial and(Trial other) {
            return new Trial(
                    right + other.right,
                    estateRight + other.estateRight,
                    accountRight + other.accountRight,
                    resources + other.resources);
        }
    }

    /**
     * How good evidence was.
     *
     * @param estate  how often the commonest value of the estate was right in the same trials; 0 to 1
     * @param account how often that of the account was
     */
    record Measure(Precision precision, double estate, double account) {
        private static final Measure NONE = new Measure(Precision.UNKNOWN, 0, 0);

        /** Whether evidence for a value was never wrong, or is surely as good as the simplest ways that name another one. */
        boolean outdoes(Guesses guesses, String value) {
            double least = precision.share() == 1 ? 1 : precision.lowerBound();
            return (guesses.estateIs(value) || least >= estate) && (guesses.accountIs(value) || least >= account);
        }
    }

    /** The trials of a cell, fold by fold: sums of shares of groups. */
    private record Folds(double[] right, double[] estateRight, double[] accountRight, int[] trials) {
        static Folds none() {
            return new Folds(new double[FOLDS], new double[FOLDS], new double[FOLDS], new int[FOLDS]);
        }

        void add(int group, Trial trial) {
            int fold = foldOf(group);
            right[fold] += (double) trial.right() / trial.resources();
            estateRight[fold] += (double) trial.estateRight() / trial.resources();
            accountRight[fold] += (double) trial.accountRight() / trial.resources();
            trials[fold]++;
        }

        Measure without(int leftOut) {
            int count = IntStream.range(0, FOLDS)
                    .filter(fold -> fold != leftOut)
                    .map(fold -> trials[fold])
                    .sum();
            return new Measure(
                    new Precision(sum(right, leftOut), count),
                    new Precision(sum(estateRight, leftOut), count).share(),
                    new Precision(sum(accountRight, leftOut), count).share());
        }

        private static double sum(double[] byFold, int leftOut) {
            return IntStream.range(0, FOLDS)
                    .filter(fold -> fold != leftOut)
                    .mapToDouble(fold -> byFold[fold])
                    .sum();
        }
    }

    /** Trials while they are made. Confined to one thread. */
    static final class Notes {
        private final Map<Cell, Map<Integer, Trial>> trials = new HashMap<>();

        /** Notes how evidence did on a resource of that group. */
        void add(Hearing hearing, int group, Trial trial) {
            trials.computeIfAbsent(Cell.of(hearing), absent -> new HashMap<>()).merge(group, trial, Trial::and);
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
    Measure measure(Hearing hearing, int withoutFold) {
        Folds folds = cells.get(Cell.of(hearing));
        return folds == null ? Measure.NONE : folds.without(withoutFold);
    }
}
