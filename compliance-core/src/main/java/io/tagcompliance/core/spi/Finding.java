package io.tagcompliance.core.spi;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;

/** What became of the search for one resource. */
public sealed interface Finding {
    ResourceId id();

    /** It is there. Its tags may still be unknown. */
    record Found(Resource resource) implements Finding {
        @Override
        public ResourceId id() {
            return resource.id();
        }
    }

    /** The cloud was asked and says that there is no such resource. */
    record Absent(ResourceId id) implements Finding {}

    /** It could not be found out. */
    record Unreadable(ResourceId id, ReadFailure failure) implements Finding {}
}
