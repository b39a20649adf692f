package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Parent;
import java.util.Map;
import java.util.Optional;

/**
 * The tags that a resource could inherit, as far as they were read.
 *
 * @param tags   of the parents that were read
 * @param unread why others were not, though there may be some: nobody knows whether these have a tag
 */
public record Lineage(Map<Parent, Tags> tags, Map<Parent, ReadFailure> unread) {
    /** There is no parent. */
    public static final Lineage NONE = new Lineage(Map.of());

    public Lineage {
        tags = Map.copyOf(tags);
        unread = Map.copyOf(unread);
    }

    /** One of which every parent was read. */
    public Lineage(Map<Parent, Tags> tags) {
        this(tags, Map.of());
    }

    /** The tags of a parent; empty where there is none, or it was not read. */
    public Optional<Tags> of(Parent parent) {
        return Optional.ofNullable(tags.get(parent));
    }

    /** Why a parent was not read; empty where it was, or there is none. */
    public Optional<ReadFailure> unread(Parent parent) {
        return Optional.ofNullable(unread.get(parent));
    }
}
