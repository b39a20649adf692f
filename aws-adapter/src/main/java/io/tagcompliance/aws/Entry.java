package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.ParentLink.Kind;
import io.tagcompliance.core.resource.Traits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A resource as its service lists it.
 *
 * @param tags what the list says of its tags; of no meaning where {@link AwsType} says that they are read separately
 */
record Entry(Arn arn, String name, Creation creation, Map<String, String> tags, Traits traits) {
    /** As services call it, in lower case: they differ in that, and some do from one answer to the next. */
    private static final Set<String> GONE =
            Set.of("deleting", "deleted", "deletion_in_progress", "pendingdeletion", "pendingreplicadeletion");

    /** One whose list says nothing of state and parents. */
    Entry(Arn arn, String name, Creation creation, Map<String, String> tags) {
        this(arn, name, creation, tags, Traits.NONE);
    }

    /** One whose list says nothing of tags and age. */
    static Entry of(Arn arn) {
        return new Entry(arn, arn.name(), Creation.UNKNOWN, Map.of());
    }

    /** One whose ARN its service tells. */
    static Entry of(String arn, String name) {
        return new Entry(Arn.of(arn), name, Creation.UNKNOWN, Map.of());
    }

    /** The same, with another name for people. */
    Entry called(@Nullable String other) {
        return other == null ? this : new Entry(arn, other, creation, tags, traits);
    }

    /** The same, made then; of unknown age where the service doesn't say. */
    Entry createdAt(@Nullable Instant instant) {
        return new Entry(arn, name, made(instant), tags, traits);
    }

    /** The same, in that state. */
    Entry inState(@Nullable String state) {
        return new Entry(
                arn, name, creation, tags, new Traits(Objects.requireNonNullElse(state, ""), traits.parents()));
    }

    /** Whether it isn't on its way out: its state, where the service tells one, says so. */
    boolean remains() {
        return !isGone(traits.state());
    }

    /** Whether a state says that something is being deleted, or was: then it stays listed for a while, and costs nothing. */
    static boolean isGone(@Nullable String state) {
        return state != null && GONE.contains(state.toLowerCase(Locale.ROOT));
    }

    /** The same, with the tags that the list carries. */
    Entry tagged(Map<String, String> carried) {
        return new Entry(arn, name, creation, carried, traits);
    }

    /** The same, as a part or copy of something; where the service names nothing, of nothing. */
    Entry of(Kind kind, @Nullable String parent) {
        if (parent == null || parent.isEmpty()) {
            return this;
        }
        List<ParentLink> parents = new ArrayList<>(traits.parents());
        parents.add(new ParentLink(kind, parent));
        return new Entry(arn, name, creation, tags, new Traits(traits.state(), parents));
    }

    static Creation made(@Nullable Instant instant) {
        return instant == null ? Creation.UNKNOWN : new Creation.At(instant);
    }

    /** Tags as a map in their order: every service has a tag class of its own. */
    static <T> Map<String, String> tags(Collection<T> tags, Function<T, String> key, Function<T, String> value) {
        Map<String, String> map = new LinkedHashMap<>();
        // services leave an empty value out, some of them
        tags.forEach(tag -> map.put(key.apply(tag), Objects.requireNonNullElse(value.apply(tag), "")));
        return map;
    }
}
