package io.tagcompliance.policy;

/** What a conditional rule asks for where its condition holds. */
public sealed interface Consequence {
    /** The key that it is about. */
    TagKey key();

    /** The key must be there, with such a value. */
    record Require(Demand demand) implements Consequence {
        @Override
        public TagKey key() {
            return demand.key();
        }
    }

    /** The key must be there, with the very value that the other key has. */
    record SameAs(TagKey key, TagKey other) implements Consequence {}

    /** The key must not be there, in any case. */
    record Forbid(TagKey key) implements Consequence {}
}
