package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.tool.CallContext.Room;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cuts the rows of an answer to what fits, and says how to get the others. */
final class Paging {
    static final Parameter<Optional<Integer>> LIMIT =
            Kinds.integer("limit", 1, 100, "Most rows to return; 10 if left out");
    static final Parameter<Optional<String>> CURSOR =
            Kinds.text("cursor", "next_cursor of the page before, with the same arguments");
    static final Parameter<Detail> DETAIL =
            Kinds.choice("detail", Detail.SUMMARY, "full: longer breakdowns, up to 60 KB");

    private static final int DEFAULT_LIMIT = 10;

    private final Seal seal;
    private final Size size;
    private final Optional<Cursors.Position> asked;
    private final RowFields.Kept kept;

    /** How much of a breakdown is shown. */
    enum Detail {
        SUMMARY,
        FULL
    }

    /** How many rows, and how many bytes the whole answer may have; the text beside it and the envelope come on top. */
    private record Size(int rows, int bytes) {}

    /** What binds a cursor to its tool, caller and question. */
    private record Seal(Cursors cursors, String tool, CallContext context) {
        String of(Cursors.Position position) {
            return cursors.seal(tool, context, position);
        }

        Cursors.Position open(String cursor) {
            return cursors.open(tool, context, cursor);
        }
    }

    private Paging(Seal seal, Size size, Optional<Cursors.Position> asked, RowFields.Kept kept) {
        this.seal = seal;
        this.size = size;
        this.asked = asked;
        this.kept = kept;
    }

    /**
     * The paging of a call. To be made before the work: a cursor that belongs to another question is refused here.
     *
     * @throws RefusalException where the cursor isn't for this call
     */
    static Paging of(Cursors cursors, String tool, Arguments arguments, CallContext context) {
        Seal seal = new Seal(cursors, tool, context);
        return new Paging(
                seal,
                size(arguments, context.room()),
                arguments.get(CURSOR).map(seal::open),
                RowFields.Kept.EVERYTHING);
    }

    /** The same, with rows that keep some of their fields only, so that more of them fit. */
    Paging keeping(RowFields.Kept some) {
        return new Paging(seal, size, asked, some);
    }

    private static Size size(Arguments arguments, Room room) {
        if (room == Room.UNCUT) {
            return new Size(Integer.MAX_VALUE, Integer.MAX_VALUE);
        }
        Optional<Integer> limit = arguments.get(LIMIT);
        boolean asksForMore = limit.isPresent() || arguments.get(DETAIL) == Detail.FULL;
        return new Size(limit.orElse(DEFAULT_LIMIT), asksForMore ? 56_000 : 7_000);
    }

    /**
     * Where in this scan the page begins that a call asks for.
     *
     * @throws RefusalException where the page before came from another scan
     */
    Cursors.Position from(String scan) {
        Cursors.Position from = asked.orElse(new Cursors.Position(scan, 0));
        if (!from.scan().equals(scan)) {
            throw Cursors.expired();
        }
        return from;
    }

    /** Makes an answer of some rows, with the cursor to the next ones where there are more. */
    @FunctionalInterface
    interface Maker<R> {
        ObjectNode make(List<R> rows, Optional<String> nextCursor);
    }

    /** The answer with as many rows as fit, one at least, so that paging gets on. */
    <R> ObjectNode fit(List<R> all, Cursors.Position from, Maker<R> maker) {
        return fit(all, Function.identity(), from, maker);
    }

    /** The same, of rows that are made of what was found: no others than those that may be shown. */
    <F, R> ObjectNode fit(List<F> found, Function<F, R> row, Cursors.Position from, Maker<R> maker) {
        int offset = Math.min(from.offset(), found.size());
        int end = (int) Math.min(found.size(), (long) offset + size.rows());
        List<R> wanted = found.subList(offset, end).stream().map(row).toList();
        String placeholder = seal.of(new Cursors.Position(from.scan(), Integer.MAX_VALUE));
        long bytes = Json.bytes(maker.make(List.of(), Optional.of(placeholder)));
        int shown = 0;
        while (shown < wanted.size() && (shown == 0 || bytes <= size.bytes())) {
            bytes += kept.bytes(wanted.get(shown)) + 1;
            shown++;
        }
        if (shown > 1 && bytes > size.bytes()) {
            shown--;
        }
        int next = offset + shown;
        Optional<String> cursor =
                next < found.size() ? Optional.of(seal.of(new Cursors.Position(from.scan(), next))) : Optional.empty();
        return Shrinking.to(size.bytes(), kept.cutRowsOf(maker.make(wanted.subList(0, shown), cursor)));
    }

    /** How many parts a breakdown shows. */
    static int parts(Arguments arguments, Room room) {
        if (room == Room.UNCUT) {
            return Integer.MAX_VALUE;
        }
        return arguments.get(DETAIL) == Detail.FULL ? 40 : 3;
    }
}
