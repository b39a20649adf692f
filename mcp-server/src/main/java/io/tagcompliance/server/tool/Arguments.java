package io.tagcompliance.server.tool;

import java.util.Map;
import java.util.Objects;

/** The arguments of one call, read and checked. */
public final class Arguments {
    private final Map<Parameter<?>, Object> values;
    private final int given;

    Arguments(Map<Parameter<?>, Object> values, int given) {
        this.values = values;
        this.given = given;
    }

    /** The value of an argument, or its default where it was left out. */
    @SuppressWarnings("unchecked") // the map was filled by the readers of these very parameters
    <T> T get(Parameter<T> parameter) {
        return (T) Objects.requireNonNull(values.get(parameter));
    }

    /** Whether none was given at all. */
    boolean isEmpty() {
        return given == 0;
    }
}
