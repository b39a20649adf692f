package io.tagcompliance.billing;

import java.util.ArrayList;
import java.util.List;

/**
 * Several texts as one, since engines take longer to hand over a cell than to join it with others. Texts are strangers' and may
 * hold anything, so that what parts them is written otherwise inside of them.
 */
final class JoinedTexts {
    private static final char BETWEEN = '|';
    private static final char MARK = '\\';

    /** What stands behind a mark for what stands between texts; a mark stands for itself. */
    private static final char MARKED = 'p';

    private JoinedTexts() {}

    /**
     * SQL for some texts as one, that DuckDB and Athena both read; what is null is empty. It joins halves with each other, since
     * engines go as deep as expressions are nested, and a bill may have a column for each of hundreds of tags.
     */
    static String sql(List<String> texts) {
        int half = texts.size() / 2;
        return switch (texts.size()) {
            case 0 -> "''";
            case 1 -> "COALESCE(REPLACE(REPLACE(" + texts.getFirst() + ", '\\', '\\\\'), '|', '\\p'), '')";
            default -> "(" + sql(texts.subList(0, half)) + " || '|' || " + sql(texts.subList(half, texts.size())) + ")";
        };
    }

    /** The texts; a single empty one of none. */
    static List<String> read(String joined) {
        List<String> texts = new ArrayList<>();
        int from = 0;
        for (int to = joined.indexOf(BETWEEN); to >= 0; to = joined.indexOf(BETWEEN, from)) {
            texts.add(unmarked(joined.substring(from, to)));
            from = to + 1;
        }
        texts.add(unmarked(joined.substring(from)));
        return texts;
    }

    private static String unmarked(String text) {
        if (text.indexOf(MARK) < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            boolean marks = text.charAt(at) == MARK;
            char read = text.charAt(marks ? ++at : at);
            plain.append(marks && read == MARKED ? BETWEEN : read);
        }
        return plain.toString();
    }
}
