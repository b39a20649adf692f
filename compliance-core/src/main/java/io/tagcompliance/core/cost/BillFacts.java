package io.tagcompliance.core.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reading of a bill rests on.
 *
 * @param source     for people: {@code FOCUS export}, {@code Cost Explorer}
 * @param certainty  whether the figures may still change, and what of them is an estimate
 * @param lastDay    the last day with a charge; charges of later days may not have arrived yet
 * @param rows       how many charge rows were read; 0 where the source tells sums only
 * @param totals     the sum of all rows of the period by currency, made apart from the lines: what these have to add up to
 * @param activation whether the provider puts the keys on the bill at all
 * @param notes      what a reader of the figures has to know, as sentences
 */
public record BillFacts(
        String source,
        Certainty certainty,
        LocalDate lastDay,
        long rows,
        List<Money> totals,
        Activation activation,
        List<String> notes) {
    public BillFacts {
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
    }

    /** The same, with one more note. */
    public BillFacts noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new BillFacts(source, certainty, lastDay, rows, totals, activation, more);
    }

    /** Whether the figures may still change. */
    public State state() {
        return certainty.state();
    }

    /**
     * How much of the total of a currency is an estimate, 0 to 1. None where the source doesn't say, and where there is no
     * share of the total: it isn't positive, or credits make what is estimated more than all or less than nothing.
     */
    public Optional<BigDecimal> estimatedShare(Currency currency) {
        return certainty.estimate() instanceof Estimate.Told told
                ? of(currency, told.sums()).shareOf(of(currency, totals))
                : Optional.empty();
    }

    private static Money of(Currency currency, List<Money> sums) {
        return sums.stream().filter(sum -> sum.currency().equals(currency)).reduce(Money.zero(currency), Money::plus);
    }

    /** How far figures can be relied on. */
    public record Certainty(State state, Estimate estimate) {
        /** Of a source that doesn't say what is an estimate. */
        public static Certainty of(State state) {
            return new Certainty(state, new Estimate.Untold());
        }
    }

    /** What of the figures the provider itself calls an estimate. */
    public sealed interface Estimate {
        /** These sums, one for each currency at most; of others nothing. */
        record Told(List<Money> sums) implements Estimate {
            public Told {
                sums = List.copyOf(sums);
            }
        }

        /** The source doesn't say. */
        record Untold() implements Estimate {}
    }

    /** Whether figures may still change. */
    public enum State {
        CLOSED,
        PROVISIONAL;

        /** The name in answers. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the provider puts keys on the bill: one that is not activated looks exactly like one that nobody uses. */
    public sealed interface Activation {
        /** These are; others that were asked for are not. */
        record Told(List<String> active, List<String> inactive) implements Activation {
            public Told {
                active = List.copyOf(active);
                inactive = List.copyOf(inactive);
            }
        }

        /**
         * The source doesn't say.
         *
         * @param absent those keys that were asked for and are on no row in any case, as far as rows were looked at
         */
        record Untold(List<String> absent) implements Activation {
            public Untold {
                absent = List.copyOf(absent);
            }
        }
    }
}
