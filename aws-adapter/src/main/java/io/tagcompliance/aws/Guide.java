package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import io.tagcompliance.policy.ResourceType;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What is known of an account before its services are asked: where there is anything to be listed. */
sealed interface Guide {
    /** Whether a type has to be listed there. */
    boolean mayHold(ResourceType type, Region region);

    /**
     * Nothing is known, so that everything is asked.
     *
     * @param why a sentence for people
     */
    record Nothing(String why) implements Guide {
        @Override
        public boolean mayHold(ResourceType type, Region region) {
            return true;
        }
    }

    /**
     * An index of the account.
     *
     * @param found  how many resources it has of which type and where
     * @param holds  the types that it has if there are any; of others it knows nothing
     * @param unread how many it has of types that this program doesn't list, by the index's name of the type
     * @param asOf   when it heard of anything last: what was made since may be missing
     */
    record Index(Map<Spot, Integer> found, Set<ResourceType> holds, Map<String, Integer> unread, Instant asOf)
            implements Guide {
        public Index {
            found = Map.copyOf(found);
            holds = Set.copyOf(holds);
            unread = Map.copyOf(unread);
        }

        @Override
        public boolean mayHold(ResourceType type, Region region) {
            return !holds.contains(type) || found.containsKey(new Spot(type, region));
        }
    }

    /** A type in a Region. */
    record Spot(ResourceType type, Region region) {}
}
