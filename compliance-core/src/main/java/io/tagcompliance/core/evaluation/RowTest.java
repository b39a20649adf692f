package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.TagKey;
import java.util.List;
import java.util.OptionalInt;

/** A question about the tags of rows that all have the same keys: what is asked of keys alone is answered already. */
sealed interface RowTest {
    boolean holds(NumberedValues values, int row);

    /** Of these keys it always holds, or never. */
    record Settled(boolean always) implements RowTest {
        @Override
        public boolean holds(NumberedValues values, int row) {
            return always;
        }
    }

    /** Whether the value at a position is admitted. */
    record Admitted(int position, ValueVerdicts verdicts) implements RowTest {
        @Override
        public boolean holds(NumberedValues values, int row) {
            return verdicts.admit(values.valueOf(row, position), values);
        }
    }

    /** Whether two positions have the same value. */
    record Same(int position, int other) implements RowTest {
        @Override
        public boolean holds(NumberedValues values, int row) {
            int one = values.valueOf(row, position);
            int two = values.valueOf(row, other);
            return one == two || (one < 0 && two < 0 && values.text(one).equals(values.text(two)));
        }
    }

    /** Whether the other doesn't hold. */
    record Not(RowTest test) implements RowTest {
        @Override
        public boolean holds(NumberedValues values, int row) {
            return !test.holds(values, row);
        }
    }

    /** Whether all of them hold, or any: as soon as one is that which decides, it is decided. */
    record Several(RowTest[] tests, boolean decisive) implements RowTest {
        @Override
        public boolean holds(NumberedValues values, int row) {
            for (RowTest test : tests) {
                if (test.holds(values, row) == decisive) {
                    return decisive;
                }
            }
            return !decisive;
        }
    }

    /** The test of rows with these keys. */
    static RowTest of(TagTest test, KeyPositions keys, PolicyMemory memory) {
        return switch (test) {
            case TagTest.HasValue has -> {
                OptionalInt position = keys.of(has.key().key(), has.key().keyCase());
                yield position.isEmpty()
                        ? new Settled(false)
                        : new Admitted(position.getAsInt(), memory.verdicts(has.values()));
            }
            case TagTest.IsPresent is ->
                new Settled(keys.of(is.key().key(), is.key().keyCase()).isPresent());
            case TagTest.IsAbsent is -> new Settled(keys.of(is.key(), KeyCase.INSENSITIVE).isEmpty());
            case TagTest.SameValue same -> same(same, keys);
            case TagTest.Not not -> not(of(not.test(), keys, memory));
            case TagTest.AllOf all -> several(all.tests(), false, keys, memory);
            case TagTest.AnyOf any -> several(any.tests(), true, keys, memory);
        };
    }

    private static RowTest same(TagTest.SameValue same, KeyPositions keys) {
        OptionalInt position = keys.of(same.key().key(), same.key().keyCase());
        OptionalInt other = keys.of(same.other().key(), same.other().keyCase());
        return position.isPresent() && other.isPresent()
                ? new Same(position.getAsInt(), other.getAsInt())
                : new Settled(false);
    }

    /** The opposite. */
    static RowTest not(RowTest test) {
        return test instanceof Settled settled ? new Settled(!settled.always()) : new Not(test);
    }

    private static RowTest several(
            List<TagTest> tests, boolean decisive, KeyPositions keys, PolicyMemory memory) {
        return several(tests.stream().map(test -> of(test, keys, memory)).toList(), decisive);
    }

    /** All of them, where false decides, or any of them, where true does. */
    static RowTest several(List<RowTest> tests, boolean decisive) {
        List<RowTest> open = tests.stream()
                .filter(test -> !(test instanceof Settled settled) || settled.always() == decisive)
                .toList();
        boolean decided = open.stream().anyMatch(Settled.class::isInstance);
        return decided || open.isEmpty()
                ? new Settled(decided == decisive)
                : new Several(open.toArray(RowTest[]::new), decisive);
    }
}
