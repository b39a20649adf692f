package io.tagcompliance.core.spi;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import java.time.Instant;
import java.util.List;

/** Who made resources, for as long as a cloud remembers it: 90 days on AWS. */
public interface CreatorLog {
    /**
     * Looks up who made these. Slow: clouds give out few of these a second.
     *
     * @param resources of this cloud, at most 50; where each lies and when it was made tells it from others that had its name
     * @return one entry for each, in their order
     */
    List<Creator> creators(List<Resource> resources) throws InterruptedException;

    /** What is known of who made a resource. */
    sealed interface Creator {
        ResourceId id();

        /**
         * Somebody is known.
         *
         * @param principal the name in the cloud's log: of a user, or of the session of a role
         */
        record Known(ResourceId id, String principal, Instant at) implements Creator {}

        /** The cloud's log says nothing: it is too long ago, or made another way. */
        record Forgotten(ResourceId id) implements Creator {}

        /** The log that would say it could not be read, or is not among those to be read. */
        record Unreadable(ResourceId id, ReadFailure failure) implements Creator {}
    }
}
