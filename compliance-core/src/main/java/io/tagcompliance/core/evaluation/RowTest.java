package io.tagcompliance.core.evaluation;

import io.tagcompliance.policy.NamingRules.KeyCase;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A question about the tags of rows that all have the same keys: what is asked of keys alone is answered already, and what is
 * asked of one value is a bit of those that are wrong.
 */
sealed interface RowTest {
    /**
     * Whether it holds of a row.
     *
     * @param wrong a bit for each check of a value that failed
     * @param first where the values of the row begin
     */
    boolean holds(long wrong, NumberedValues values, int first);

    /** Whether more than the checks that failed decides: the values themselves. */
    default boolean comparesValues() {
        return switch (this) {
            case Settled settled -> false;
            case Exactly exactly -> false;
            case Same same -> true;
            case Not not -> not.test().comparesValues();
            case Several several -> Arrays.stream(several.tests()).anyMatch(RowTest::comparesValues);
        };
    }

    /** Of these keys it always holds, or never. */
    record Settled(boolean always) implements RowTest {
        @Override
        public boolean holds(long wrong, NumberedValues values, int first) {
            return always;
        }
    }

    /** Whether of some checks exactly these failed. */
    record Exactly(long asked, long failing) implements RowTest {
        @Override
        public boolean holds(long wrong, NumberedValues values, int first) {
            return (wrong & asked) == failing;
        }
    }

    /** Whether two positions have the same value. */
    record Same(int position, int other) implements RowTest {
        @Override
        public boolean holds(long wrong, NumberedValues values, int first) {
            int one = values.at(first + position);
            int two = values.at(first + other);
            return one == two
                    || (values.isPlace(one)
                            && values.isPlace(two)
                            && values.text(one).equals(values.text(two)));
        }
    }

    /** Whether the other doesn't hold. */
    record Not(RowTest test) implements RowTest {
        @Override
        public boolean holds(long wrong, NumberedValues values, int first) {
            return !test.holds(wrong, values, first);
        }
    }

    /** Whether all of them hold, or any: as soon as one is that which decides, it is decided. */
    record Several(RowTest[] tests, boolean decisive) implements RowTest {
        @Override
        public boolean holds(long wrong, NumberedValues values, int first) {
            for (RowTest test : tests) {
                if (test.holds(wrong, values, first) == decisive) {
                    return decisive;
                }
            }
            return !decisive;
        }
    }

    /** Gives a check of a value its bit. */
    @FunctionalInterface
    interface Checks {
        int bit(int position, CompiledValues demand);
    }

    /** The test of rows with these keys. */
    static RowTest of(TagTest test, KeyPositions keys, Checks checks) {
        return switch (test) {
            case TagTest.HasValue has -> {
                OptionalInt position = keys.of(has.key().key(), has.key().keyCase());
                yield position.isEmpty()
                        ? new Settled(false)
                        : new Exactly(1L << checks.bit(position.getAsInt(), has.values()), 0);
            }
            case TagTest.IsPresent is ->
                new Settled(keys.of(is.key().key(), is.key().keyCase()).isPresent());
            case TagTest.IsAbsent is ->
                new Settled(keys.of(is.key(), KeyCase.INSENSITIVE).isEmpty());
            case TagTest.SameValue same -> same(same, keys);
            case TagTest.Not not -> not(of(not.test(), keys, checks));
            case TagTest.AllOf all -> several(all.tests(), false, keys, checks);
            case TagTest.AnyOf any -> several(any.tests(), true, keys, checks);
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
        return switch (test) {
            case Settled settled -> new Settled(!settled.always());
            case Exactly exactly
            when Long.bitCount(exactly.asked()) == 1 ->
                new Exactly(exactly.asked(), exactly.asked() & ~exactly.failing());
            case Not not -> not.test();
            default -> new Not(test);
        };
    }

    private static RowTest several(List<TagTest> tests, boolean decisive, KeyPositions keys, Checks checks) {
        return several(tests.stream().map(test -> of(test, keys, checks)).toList(), decisive);
    }

    /** All of them, where false decides, or any of them, where true does. */
    static RowTest several(List<RowTest> tests, boolean decisive) {
        List<RowTest> open = tests.stream()
                .filter(test -> !(test instanceof Settled settled) || settled.always() == decisive)
                .toList();
        boolean decided = open.stream().anyMatch(Settled.class::isInstance);
        return decided || open.isEmpty() ? new Settled(decided == decisive) : together(open, decisive);
    }

    /** What asks all of some bits asks them at once. */
    private static RowTest together(List<RowTest> open, boolean decisive) {
        long asked = 0;
        long failing = 0;
        for (RowTest test : open) {
            if (decisive || !(test instanceof Exactly exactly) || (asked & exactly.asked()) != 0) {
                return new Several(open.toArray(RowTest[]::new), decisive);
            }
            asked |= exactly.asked();
            failing |= exactly.failing();
        }
        return new Exactly(asked, failing);
    }
}
