package io.tagcompliance.core.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What each value breaks of one rule, told once for as long as a scan or a batch lasts. Guarded by its user. */
final class ValueViolations implements Function<String, Violation> {
    /** Past these, it is told each time. */
    private static final int MOST = 10_000;

    private final CompiledRule rule;
    private final Map<String, Violation> known = new HashMap<>();

    ValueViolations(CompiledRule rule) {
        this.rule = rule;
    }

    /** @throws java.util.NoSuchElementException where it breaks nothing */
    @Override
    public Violation apply(String value) {
        Violation before = known.get(value);
        if (before != null) {
            return before;
        }
        Violation found = rule.judge(value).orElseThrow();
        if (known.size() < MOST) {
            known.put(value, found);
        }
        return found;
    }
}
