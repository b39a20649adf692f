package io.tagcompliance.core.resource;

import java.time.Instant;

/** When a resource was made, where its cloud says so. */
public sealed interface Creation {
    Creation UNKNOWN = new Unknown();

    /** Made at that instant. */
    record At(Instant instant) implements Creation {}

    /** The cloud doesn't say. */
    record Unknown() implements Creation {}
}
