package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Traits;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A resource as its service lists it.
 *
 * @param tags what the list says of its tags; of no meaning where {@link AwsType} says that they are read separately
 */
record Entry(Arn arn, String name, Creation creation, Map<String, String> tags, Traits traits) {

    /** One whose list says nothing of state and parents. */
    Entry(Arn arn, String name, Creation creation, Map<String, String> tags) {
        this(arn, name, creation, tags, Traits.NONE);
    }

    /** One whose list says nothing of tags and age. */
    static Entry of(Arn arn) {
        return new Entry(arn, arn.name(), Creation.UNKNOWN, Map.of());
    }

    static Creation made(@Nullable Instant instant) {
        return instant == null ? Creation.UNKNOWN : new Creation.At(instant);
    }

    /** Tags as a map in their order: every service has a tag class of its own. */
    static <T> Map<String, String> tags(Collection<T> tags, Function<T, String> key, Function<T, String> value) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(key.apply(tag), value.apply(tag)));
        return map;
    }
}
