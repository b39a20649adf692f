package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.TagKey;
import java.util.List;
import java.util.Optional;

/** A question about the tags of a resource, with keys as its cloud has them and patterns compiled. */
sealed interface TagTest {
    boolean holds(Tags tags);

    /** Whether the key is there, in a case that counts, with such a value. */
    record HasValue(Key key, CompiledValues values) implements TagTest {
        @Override
        public boolean holds(Tags tags) {
            return key.value(tags).filter(values::admit).isPresent();
        }
    }

    /** Whether the key is there, in a case that counts. */
    record IsPresent(Key key) implements TagTest {
        @Override
        public boolean holds(Tags tags) {
            return key.value(tags).isPresent();
        }
    }

    /** Whether the key is there in no case at all. */
    record IsAbsent(TagKey key) implements TagTest {
        @Override
        public boolean holds(Tags tags) {
            return FoundKey.of(key, tags) instanceof FoundKey.Missing;
        }
    }

    /** Whether both keys are there, in a case that counts, with the very same value. */
    record SameValue(Key key, Key other) implements TagTest {
        @Override
        public boolean holds(Tags tags) {
            Optional<String> value = key.value(tags);
            return value.isPresent() && value.equals(other.value(tags));
        }
    }

    /** Whether the other doesn't hold. */
    record Not(TagTest test) implements TagTest {
        @Override
        public boolean holds(Tags tags) {
            return !test.holds(tags);
        }
    }

    /** Whether each of these holds. */
    record AllOf(List<TagTest> tests) implements TagTest {
        @Override
        public boolean holds(Tags tags) {
            return tests.stream().allMatch(test -> test.holds(tags));
        }
    }

    /** Whether one of these holds at least. */
    record AnyOf(List<TagTest> tests) implements TagTest {
        @Override
        public boolean holds(Tags tags) {
            return tests.stream().anyMatch(test -> test.holds(tags));
        }
    }

    /** A key, and whether its case counts. */
    record Key(TagKey key, KeyCase keyCase) {
        Optional<String> value(Tags tags) {
            return FoundKey.of(key, tags).value(keyCase);
        }
    }
}
