package io.tagcompliance.policy.json;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells how often a pattern repeats its innermost part. RE2 writes counted repetitions out, so that
 * {@code ((a{1000}){1000}){1000}} would fill the memory before it matches anything.
 */
final class Repetitions {
    /** What RE2 allows to a single repetition. */
    static final long MOST = 1_000;

    private final String pattern;
    private final Deque<Long> groups = new ArrayDeque<>();
    private long group = 1;
    private long last = 1;
    private int at;

    private Repetitions(String pattern) {
        this.pattern = pattern;
    }

    /** Whether counted repetitions stand inside others so that they multiply to more than {@link #MOST}. */
    static boolean tooMany(String pattern) {
        return new Repetitions(pattern).count() > MOST;
    }

    private long count() {
        while (at < pattern.length()) {
            switch (pattern.charAt(at)) {
                case '\\' -> skipEscape();
                case '[' -> skipClass();
                case '(' -> open();
                case ')' -> close();
                case '{' -> repeat();
                default -> single();
            }
        }
        while (!groups.isEmpty()) {
            close();
        }
        return group;
    }

    private void single() {
        at++;
        last = 1;
    }

    private void skipEscape() {
        int quoteEnd = pattern.startsWith("\\Q", at) ? pattern.indexOf("\\E", at) : at;
        at = quoteEnd < 0 ? pattern.length() : quoteEnd + 2;
        last = 1;
    }

    private void skipClass() {
        int end = at + (pattern.startsWith("[^]", at) ? 3 : pattern.startsWith("[]", at) ? 2 : 1);
        while (end < pattern.length() && pattern.charAt(end) != ']') {
            end += pattern.charAt(end) == '\\' ? 2 : 1;
        }
        at = end + 1;
        last = 1;
    }

    private void open() {
        groups.push(group);
        group = 1;
        at++;
    }

    private void close() {
        last = group;
        group = Math.max(groups.isEmpty() ? 1 : groups.pop(), last);
        at++;
    }

    private void repeat() {
        int end = pattern.indexOf('}', at);
        String counts = end < 0 ? "" : pattern.substring(at + 1, end);
        if (counts.matches("\\d{1,4}(,\\d{0,4})?")) {
            for (String count : counts.split(",")) {
                largest(Long.parseLong(count));
            }
            at = end + 1;
        } else {
            single();
        }
    }

    private void largest(long count) {
        group = Math.max(group, Math.min(last * count, MOST + 1));
    }
}
