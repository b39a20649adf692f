package io.tagcompliance.snapshot;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The characters of {@link Utf8Lines} for a parser of CSV, whose quoted cells may go over several lines. */
final class LinesReader extends Reader {
    private final Utf8Lines lines;
    private String current = "";
    private int position;
    private long allowance = Utf8Lines.LONGEST;

    LinesReader(Utf8Lines lines) {
        this.lines = lines;
    }

    /** A new record begins, and may be as long as a line may be: an open quote would swallow the file otherwise. */
    void allowOneMoreRecord() {
        allowance = Utf8Lines.LONGEST;
    }

    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
        if (position == current.length() && !advance()) {
            return -1;
        }
        int count = Math.min(wanted, current.length() - position);
        current.getChars(position, position + count, target, offset);
        position += count;
        return count;
    }

    private boolean advance() throws IOException {
        Optional<String> next = lines.next();
        current = next.orElse("");
        position = 0;
        allowance -= current.length();
        if (allowance < 0) {
            throw new WrongRecordException(
                    lines.line(), "a record longer than a line may be ends here; look for an open quote before");
        }
        return next.isPresent();
    }

    @Override
    public void close() {
        // the one who opened the file closes it
    }
}
