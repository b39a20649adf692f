package io.tagcompliance.core.spi;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import java.time.Instant;
import java.util.List;

/** Who changed tags of resources, for as long as a cloud remembers it: 90 days on AWS. */
public interface TagChangeLog {
    /** The most resources that are looked up at once. */
    int MOST = 50;

    /**
     * Looks up who changed tags of these. Slow: clouds give out few of these a second.
     *
     * @param resources of this cloud, at most {@link #MOST}
     * @param since     changes before that are left out
     * @return one entry for each, in their order
     */
    List<Changes> changes(List<Resource> resources, Instant since) throws InterruptedException;

    /** What is known of the changes to the tags of one resource. */
    sealed interface Changes {
        ResourceId id();

        /**
         * The log names some.
         *
         * @param changes the newest first, at least one
         */
        record Known(ResourceId id, List<Change> changes) implements Changes {
            public Known {
                changes = List.copyOf(changes);
            }
        }

        /** The cloud's log says nothing: it is too long ago, happened another way, or isn't in the log yet. */
        record Forgotten(ResourceId id) implements Changes {}

        /** The log that would say it could not be read, or is not among those to be read. */
        record Unreadable(ResourceId id, ReadFailure failure) implements Changes {}
    }

    /**
     * One change.
     *
     * @param key       in the case of the log; empty where all tags were replaced or taken away at once, so that the log doesn't
     *                  say which of them changed
     * @param principal the name in the cloud's log: of a user, or of the session of a role
     */
    record Change(String key, String principal, Instant at) {
        /** Whether the log says which tag changed. */
        public boolean namesTheKey() {
            return !key.isEmpty();
        }
    }
}
