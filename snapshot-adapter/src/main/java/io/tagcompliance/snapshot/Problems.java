package io.tagcompliance.snapshot;

import java.util.ArrayList;
import java.util.List;

/** What is wrong in a file: the first ten problems, and how many there are. */
final class Problems {
    private static final int KEPT = 10;

    private final String file;
    private final List<String> first = new ArrayList<>();
    private long count;

    Problems(String file) {
        this.file = file;
    }

    void add(WrongRecordException wrong) {
        count++;
        if (first.size() < KEPT) {
            first.add("line " + wrong.line() + ": " + wrong.getMessage());
        }
    }

    void refuseIfAny() {
        if (count > 0) {
            throw new EstateFileException(file, first, count);
        }
    }
}
