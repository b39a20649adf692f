package io.tagcompliance.core.cost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a reading of a bill rests on.
 *
 * @param source     for people: {@code FOCUS export}, {@code Cost Explorer}
 * @param state      whether the figures may still change
 * @param lastDay    the last day with a charge; charges of later days may not have arrived yet
 * @param rows       how many charge rows were read; 0 where the source tells sums only
 * @param totals     the sum of all rows of the period by currency, made apart from the lines: what these have to add up to
 * @param activation whether the provider puts the keys on the bill at all
 * @param notes      what a reader of the figures has to know, as sentences
 */
public record BillFacts(
        String source,
        State state,
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
        return new BillFacts(source, state, lastDay, rows, totals, activation, more);
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

        /** The source doesn't say; keys that are on no row at all are told in the notes. */
        record Untold() implements Activation {}
    }
}
