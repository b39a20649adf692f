package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Parent;
import java.util.Map;
import java.util.Optional;

/** The tags that a resource could inherit, as far as they were read. */
public record Lineage(Map<Parent, Tags> tags) {
    /** No parent was read. */
    public static final Lineage NONE = new Lineage(Map.of());

    public Lineage {
        tags = Map.copyOf(tags);
    }

    /** The tags of a parent; empty where it has none or was not read. */
    public Optional<Tags> of(Parent parent) {
        return Optional.ofNullable(tags.get(parent));
    }
}
