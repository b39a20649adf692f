package io.tagcompliance.core.resource;

import java.util.List;

/**
 * What a cloud says of a resource besides its tags, as far as the list that it was read from says it.
 *
 * @param state   in the cloud's own word: {@code running}, {@code available}; empty where the list says nothing
 * @param parents what it belongs to, the nearest first; empty where nothing is known
 */
public record Traits(String state, List<ParentLink> parents) {
    /** Nothing is known. */
    public static final Traits NONE = new Traits("", List.of());

    public Traits {
        parents = List.copyOf(parents);
    }
}
