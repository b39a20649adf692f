package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Ints;
import io.tagcompliance.core.resource.ResourceColumnsBuilder;
import io.tagcompliance.core.resource.ResourceColumnsBuilder.NumberedRow;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TextPoolBuilder;
import io.tagcompliance.snapshot.LineForms.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
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

    /** Of the keys of a form that nobody looked for, or that no resource had yet. */
    private static final int UNKNOWN = -1;

    private final UsualLine line;
    private final Span id;
    private final Span name;
    private final Span createdAt;
    private final Span[] decisive;
    private final TextPoolBuilder kinds = new TextPoolBuilder();
    private final List<Placed> firsts = new ArrayList<>();
    private final IdentityHashMap<EstateContent.Part, Ints> keySets = new IdentityHashMap<>();
    private final int[] values = new int[LineForms.MOST_TAGS];
    private final byte[] kind = new byte[DECISIVE.size() * (1 + LONGEST_CELL) + ResourceId.LONGEST];

    /** Of the line that is to come, and others after it. */
    Likenesses(UsualLine line) {
        this.line = line;
        this.id = line.cell(Column.RESOURCE_ID);
        this.name = line.cell(Column.NAME);
        this.createdAt = line.cell(Column.CREATED_AT);
        this.decisive = DECISIVE.stream().map(line::cell).toArray(Span[]::new);
    }

    /** Where a resource was put. */
    record Placed(EstateContent.Part part, int row) {}

    /** A resource that is like another one, and where it belongs. */
    record Like(EstateContent.Part part, NumberedRow row) {}

    /** The resource of the line, where one like it was noted, and another one with its keys was put there. */
    Optional<Like> find() {
        int own = ownPart();
        if (!isPlain(own)) {
            return Optional.empty();
        }
        int number = kinds.find(kind, 0, describe(own));
        return number < 0 ? Optional.empty() : like(own, firsts.get(number));
    }

    /** Notes where the resource of the line was put, if lines can be like it. */
    void note(Placed where) {
        int own = ownPart();
        if (isPlain(own) && firsts.size() < MOST) {
            int number = kinds.add(kind, 0, describe(own));
            if (number == firsts.size()) {
                firsts.add(where);
            }
        }
    }

    private int ownPart() {
        byte[] bytes = line.bytes();
        int own = id.to();
        while (own > id.from() && bytes[own - 1] != '/' && bytes[own - 1] != ':') {
            own--;
        }
        return own;
    }

    /** Whether no rule about ids and cells looks at the very characters that differ from one line of a kind to the next. */
    private boolean isPlain(int own) {
        return id.from() < own
                && own < id.to()
                && id.size() <= ResourceId.LONGEST
                && isPlainText(line.bytes(), own, id.to())
                && isPlainName()
                && hasShortCells();
    }

    private boolean hasShortCells() {
        for (Span cell : decisive) {
            if (cell.size() > LONGEST_CELL) {
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
    private boolean isPlainName() {
        return name.size() == 0
                || (name.size() > RawRecord.LONGEST_NOTHING
                        && !isBlank(line.bytes()[name.from()])
                        && !isBlank(line.bytes()[name.to() - 1]));
    }

    private static boolean isBlank(byte character) {
        return Character.isWhitespace((char) (character & 0xFF));
    }

    /** Puts together what decides on the site; how many bytes that is. */
    private int describe(int own) {
        int used = 0;
        for (Span cell : decisive) {
            kind[used++] = (byte) cell.size();
            System.arraycopy(line.bytes(), cell.from(), kind, used, cell.size());
            used += cell.size();
        }
        System.arraycopy(line.bytes(), id.from(), kind, used, own - id.from());
        return used + own - id.from();
    }

    private Optional<Like> like(int own, Placed first) {
        int keySet = keySet(first.part());
        Optional<Creation> creation = creation();
        if (keySet < 0 || creation.isEmpty()) {
            return Optional.empty();
        }
        ResourceColumnsBuilder into = first.part().resources();
        byte[] bytes = line.bytes();
        for (int tag = 0; tag < line.tags(); tag++) {
            values[tag] = into.value(bytes, line.valueFrom(tag), line.valueTo(tag));
        }
        int ownText = into.text(bytes, own, id.to());
        int nameText = isNamedOtherwise(own) ? into.text(bytes, name.from(), name.to()) : ownText;
        return Optional.of(new Like(
                first.part(), new NumberedRow(first.row(), ownText, nameText, keySet, values, creation.get())));
    }

    /** Whether the name is another text than the last part of the id, which stands for it where there is none. */
    private boolean isNamedOtherwise(int own) {
        return name.size() > 0 && !Arrays.equals(line.bytes(), name.from(), name.to(), line.bytes(), own, id.to());
    }

    /** The sequence of the keys of a line; lines of one form have the same. */
    private int keySet(EstateContent.Part part) {
        Ints ofForms = keySets.computeIfAbsent(part, absent -> new Ints());
        while (ofForms.size() <= line.form()) {
            ofForms.add(UNKNOWN);
        }
        if (ofForms.at(line.form()) == UNKNOWN) {
            ofForms.set(line.form(), findKeySet(part.resources()));
        }
        return ofForms.at(line.form());
    }

    /** Where another one has these keys they stand once each, and are whole characters. */
    private int findKeySet(ResourceColumnsBuilder among) {
        int keySet = ResourceColumnsBuilder.NO_KEYS;
        for (int tag = 0; tag < line.tags() && keySet >= 0; tag++) {
            keySet = among.keysAfter(keySet, line.key(tag));
        }
        return keySet;
    }

    private Optional<Creation> creation() {
        if (createdAt.size() == 0) {
            return Optional.of(Creation.UNKNOWN);
        }
        String text = RawRecord.stripped(line.text(createdAt));
        return text.isEmpty() ? Optional.of(Creation.UNKNOWN) : Dates.find(text).map(Creation.At::new);
    }
}
