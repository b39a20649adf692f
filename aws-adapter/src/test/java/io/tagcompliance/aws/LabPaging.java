package io.tagcompliance.aws;

import java.util.List;
import java.util.function.Predicate;

/** Cuts lists into pages of ten, or of another size; the token is where the next one begins, unless a test wants it otherwise. */
final class LabPaging {
    static final int PAGE = 10;
    private static final String EMPTY_FIRST = "0";

    private volatile int size = PAGE;
    private volatile Predicate<LabCall> repeating = call -> false;
    private volatile Predicate<LabCall> beginningEmpty = call -> false;

    /** Some of the items, and the token of the next page; an empty one at the end. */
    record Slice<T>(List<T> items, String next) {}

    void ofSize(int items) {
        size = items;
    }

    void repeatTokensOf(Predicate<LabCall> calls) {
        repeating = calls;
    }

    void beginWithAnEmptyPage(Predicate<LabCall> calls) {
        beginningEmpty = calls;
    }

    <T> Slice<T> slice(LabCall call, String token, List<T> items) {
        if (repeating.test(call)) {
            return new Slice<>(items.subList(0, Math.min(size, items.size())), "again");
        }
        if (beginningEmpty.test(call) && token.isEmpty()) {
            return new Slice<>(List.of(), EMPTY_FIRST);
        }
        int from = token.isEmpty() ? 0 : Integer.parseInt(token);
        int to = Math.min(from + size, items.size());
        return new Slice<>(items.subList(from, to), to < items.size() ? Integer.toString(to) : "");
    }
}
