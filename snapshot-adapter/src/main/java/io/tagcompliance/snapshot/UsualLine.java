package io.tagcompliance.snapshot;

import static java.util.Objects.requireNonNull;

import io.tagcompliance.snapshot.LineForms.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of JSON at a time, as most of them are: an object of texts and of tags that are texts, each of which stands there
 * as it reads, in ASCII. No object is made of any of them. Of any other line it is only said that it isn't usual; what it is,
 * or what is wrong with it, {@link JsonLine} finds out. Confined to one thread.
 *
 * <p>It doesn't notice keys that stand twice: sequences of keys are usual only where they were met before.
 */
final class UsualLine {
    /** Longer texts are refused by whoever reads with every care. */
    private static final int LONGEST = TagsJson.LONGEST;

    private final Map<Column, Span> cells = new EnumMap<>(Column.class);
    private final Span[] all;
    private final LineForms forms;
    private final String[] keys = new String[LineForms.MOST_TAGS];
    private final int[] valueFrom = new int[keys.length];
    private final int[] valueTo = new int[keys.length];
    private byte[] bytes = new byte[0];
    private int tags;
    private int form = LineForms.NONE;

    UsualLine() {
        for (Column column : Column.values()) {
            cells.put(column, new Span());
        }
        this.all = cells.values().toArray(Span[]::new);
        this.forms = new LineForms(this::cell);
    }

    /** Takes the line that came last, instead of the one before; whether it is a usual one. It may be asked until the next comes. */
    boolean take(Utf8Lines lines) throws IOException {
        bytes = lines.bytes();
        return lines.isPlain()
                && (follow(lines.from(), lines.to())
                        || (forms.learn(bytes, lines.from(), lines.to()) && follow(lines.from(), lines.to())));
    }

    private boolean follow(int from, int to) {
        clear();
        Optional<LineForms.Step> step = forms.beginning().next(bytes, from, to);
        int at = from;
        while (step.isPresent()) {
            LineForms.Step here = step.get();
            at += here.length();
            if (here.target() instanceof LineForms.Target.End end) {
                form = end.form();
                return true;
            }
            int end = LineForms.endOfText(bytes, at, to);
            if (end < 0 || end - at > LONGEST) {
                return false;
            }
            note(here.target(), at, end);
            at = end;
            step = here.next(bytes, at, to);
        }
        return false;
    }

    private void clear() {
        tags = 0;
        for (Span span : all) {
            span.set(0, 0);
        }
    }

    private void note(LineForms.Target target, int from, int to) {
        switch (target) {
            case LineForms.Target.Cell(Span span) -> span.set(from, to);
            case LineForms.Target.Tag(String key) -> {
                keys[tags] = key;
                valueFrom[tags] = from;
                valueTo[tags++] = to;
            }
            case LineForms.Target.End end -> throw new IllegalArgumentException("nothing is there to be noted");
        }
    }

    /** What holds the texts, a byte for each character. */
    byte[] bytes() {
        return bytes;
    }

    /** Where that is which stands in a column, of whatever line came last. */
    Span cell(Column column) {
        return requireNonNull(cells.get(column));
    }

    String text(Span span) {
        return new String(bytes, span.from(), span.size(), StandardCharsets.US_ASCII);
    }

    /** The number of its form: lines of one form have the same columns and keys. */
    int form() {
        return form;
    }

    /** How many tags there are. */
    int tags() {
        return tags;
    }

    String key(int tag) {
        return keys[tag];
    }

    /** Where the value of a tag begins. */
    int valueFrom(int tag) {
        return valueFrom[tag];
    }

    /** Where it ends. */
    int valueTo(int tag) {
        return valueTo[tag];
    }
}
