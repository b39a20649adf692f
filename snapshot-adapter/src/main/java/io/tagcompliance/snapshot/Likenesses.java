package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.ResourceColumnsBuilder;
import io.tagcompliance.core.resource.ResourceColumnsBuilder.NumberedRow;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TextPoolBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What lines have in common that say of a resource where it lies: cloud, type, account, region, group, and the id up to its last
 * {@code /} or {@code :}. {@link RecordParser} goes by nothing else when it makes a site of them, if the rest of the id is plain.
 * So it is asked once, and each line like that is a row at the same site. Confined to one thread.
 */
final class Likenesses {
    /** Past this many, lines are read as if each was the first of its kind. */
    private static final int MOST = 1 << 16;

    private static final List<Column> DECISIVE =
            List.of(Column.CLOUD, Column.RESOURCE_TYPE, Column.ACCOUNT_ID, Column.REGION, Column.RESOURCE_GROUP);

    private static final int LONGEST_CELL = 0xFF;

    private final TextPoolBuilder kinds = new TextPoolBuilder();
    private final List<Placed> firsts = new ArrayList<>();
    private final int[] values = new int[UsualLine.MOST_TAGS];
    private final byte[] kind = new byte[DECISIVE.size() * (1 + LONGEST_CELL) + ResourceId.LONGEST];

    /** Where a resource was put. */
    record Placed(EstateContent.Part part, int row) {}

    /** A resource that is like another one, and where it belongs. */
    record Like(EstateContent.Part part, NumberedRow row) {}

    /** The resource of a line, where one like it was noted, and another one with its keys was put there. */
    Optional<Like> of(UsualLine line) {
        int own = ownPart(line);
        if (!isPlain(line, own)) {
            return Optional.empty();
        }
        int number = kinds.find(kind, 0, describe(line, own));
        return number < 0 ? Optional.empty() : like(line, own, firsts.get(number));
    }

    /** Notes where the resource of a line was put, if lines can be like it. */
    void note(UsualLine line, Placed where) {
        int own = ownPart(line);
        if (isPlain(line, own) && firsts.size() < MOST) {
            int number = kinds.add(kind, 0, describe(line, own));
            if (number == firsts.size()) {
                firsts.add(where);
            }
        }
    }

    private static int ownPart(UsualLine line) {
        int own = line.to(Column.RESOURCE_ID);
        while (own > line.from(Column.RESOURCE_ID) && line.bytes()[own - 1] != '/' && line.bytes()[own - 1] != ':') {
            own--;
        }
        return own;
    }

    /** Whether no rule about ids and cells looks at the very characters that differ from one line of a kind to the next. */
    private static boolean isPlain(UsualLine line, int own) {
        int begin = line.from(Column.RESOURCE_ID);
        int end = line.to(Column.RESOURCE_ID);
        return begin < own
                && own < end
                && end - begin <= ResourceId.LONGEST
                && isPlainText(line.bytes(), own, end)
                && isPlainName(line)
                && hasShortCells(line);
    }

    private static boolean hasShortCells(UsualLine line) {
        for (Column column : DECISIVE) {
            if (line.to(column) - line.from(column) > LONGEST_CELL) {
                return false;
            }
        }
        return true;
    }

    /** Printable ASCII without blanks, no wildcard among it, and not a way up at the beginning. */
    private static boolean isPlainText(byte[] bytes, int from, int to) {
        boolean plain = bytes[from] != '.';
        for (int at = from; at < to; at++) {
            plain &= bytes[at] > ' ' && bytes[at] < '\u007F' && bytes[at] != '*' && bytes[at] != '?';
        }
        return plain;
    }

    /** Whether a name stands there as it is to be kept, or none. */
    private static boolean isPlainName(UsualLine line) {
        int from = line.from(Column.NAME);
        int to = line.to(Column.NAME);
        boolean longEnough = to - from > RawRecord.LONGEST_NOTHING;
        return from == to || (longEnough && !isBlank(line.bytes()[from]) && !isBlank(line.bytes()[to - 1]));
    }

    private static boolean isBlank(byte character) {
        return Character.isWhitespace((char) (character & 0xFF));
    }

    /** Puts together what decides on the site; how many bytes that is. */
    private int describe(UsualLine line, int own) {
        int used = 0;
        for (Column column : DECISIVE) {
            int size = line.to(column) - line.from(column);
            kind[used++] = (byte) size;
            System.arraycopy(line.bytes(), line.from(column), kind, used, size);
            used += size;
        }
        int begin = line.from(Column.RESOURCE_ID);
        System.arraycopy(line.bytes(), begin, kind, used, own - begin);
        return used + own - begin;
    }

    private Optional<Like> like(UsualLine line, int own, Placed first) {
        ResourceColumnsBuilder into = first.part().resources();
        int keySet = keySet(line, into);
        Optional<Creation> creation = creation(line);
        if (keySet < 0 || creation.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = line.bytes();
        for (int tag = 0; tag < line.tags(); tag++) {
            values[tag] = into.value(bytes, line.valueFrom(tag), line.valueTo(tag));
        }
        int ownText = into.text(bytes, own, line.to(Column.RESOURCE_ID));
        int name =
                isNamedOtherwise(line, own) ? into.text(bytes, line.from(Column.NAME), line.to(Column.NAME)) : ownText;
        return Optional.of(
                new Like(first.part(), new NumberedRow(first.row(), ownText, name, keySet, values, creation.get())));
    }

    /** Whether the name is another text than the last part of the id, which stands for it where there is none. */
    private static boolean isNamedOtherwise(UsualLine line, int own) {
        int from = line.from(Column.NAME);
        int to = line.to(Column.NAME);
        return from < to && !Arrays.equals(line.bytes(), from, to, line.bytes(), own, line.to(Column.RESOURCE_ID));
    }

    /** Where another one has these keys they stand once each, and are whole characters. */
    private static int keySet(UsualLine line, ResourceColumnsBuilder into) {
        int keySet = ResourceColumnsBuilder.NO_KEYS;
        for (int tag = 0; tag < line.tags() && keySet >= 0; tag++) {
            keySet = into.keysAfter(keySet, line.key(tag));
        }
        return keySet;
    }

    private static Optional<Creation> creation(UsualLine line) {
        String text = RawRecord.stripped(line.text(Column.CREATED_AT));
        return text.isEmpty() ? Optional.of(Creation.UNKNOWN) : Dates.find(text).map(Creation.At::new);
    }
}
