package io.tagcompliance.server.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What stands in a column of a row. */
public sealed interface Cell {
    /** Nothing is known, or there is nothing: other than an empty text where the format can say so. */
    Cell NOTHING = new Nothing();

    /** The text of it, for formats that have no other; empty where there is nothing. */
    String text();

    /** A text, or nothing. */
    static Cell of(Optional<String> text) {
        return text.<Cell>map(Text::new).orElse(NOTHING);
    }

    /** A text of anybody. */
    record Text(String text) implements Cell {}

    /** A number of this program, which no spreadsheet takes for more. */
    record Amount(BigDecimal number) implements Cell {
        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    /** Several texts. */
    record Texts(List<String> texts) implements Cell {
        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public String text() {
            return String.join(" | ", texts);
        }
    }

    /** No text and no number. */
    record Nothing() implements Cell {
        @Override
        public String text() {
            return "";
        }
    }
}
