package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What is known of an account before its services are asked: where there is anything to be listed. */
sealed interface Guide {
    /** Whether a type has to be listed there. */
    boolean mayHold(ResourceType type, Region region);

    /** Whether it is known that there are some of a type. */
    boolean hintsAt(ResourceType type, Region region);

    /** How an account is searched with it. */
    Census census(AccountId account);

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

        @Override
        public boolean hintsAt(ResourceType type, Region region) {
            return false;
        }

        @Override
        public Census census(AccountId account) {
            String limit =
                    ("Rare types are read where they are named, and types that this program doesn't list not at all. "
                                    + why)
                            .strip();
            return new Census(Cloud.AWS, account, new Census.Method.Listed(), limit, Map.of());
        }
    }

    /**
     * An index of the account.
     *
     * @param found  how many resources it has of which type and where
     * @param holds  the types that it has if there are any; of others it knows nothing
     * @param regions where it looks: of other Regions it knows nothing
     * @param unread how many it has of types that this program doesn't list, by the index's name of the type
     * @param asOf   when it heard last of that Region of which it heard least lately: what was made since may be missing
     */
    record Index(
            Map<Spot, Integer> found,
            Set<ResourceType> holds,
            Set<Region> regions,
            Map<String, Integer> unread,
            Instant asOf)
            implements Guide {
        public Index {
            found = Map.copyOf(found);
            holds = Set.copyOf(holds);
            regions = Set.copyOf(regions);
            unread = Map.copyOf(unread);
        }

        @Override
        public boolean mayHold(ResourceType type, Region region) {
            return !holds.contains(type) || !regions.contains(region) || hintsAt(type, region);
        }

        @Override
        public boolean hintsAt(ResourceType type, Region region) {
            return found.containsKey(new Spot(type, region));
        }

        @Override
        public Census census(AccountId account) {
            String limit = "Where Resource Explorer had none of a type, resources made after index_as_of are not seen.";
            return new Census(Cloud.AWS, account, new Census.Method.Indexed(asOf), limit, unread);
        }
    }

    /** A type in a Region. */
    record Spot(ResourceType type, Region region) {}
}
