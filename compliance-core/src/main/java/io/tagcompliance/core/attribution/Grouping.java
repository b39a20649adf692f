package io.tagcompliance.core.attribution;

import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.evaluation.FoundKey;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TeamKey;
import java.util.Optional;

/** By what a bill is broken down. */
public sealed interface Grouping {
    /** The category of a charge; empty where it has none. */
    String category(Charge charge);

    /** The tag that it goes by; empty where it goes by something else. */
    default Optional<TagKey> tag() {
        return Optional.empty();
    }

    /** By type of resource. */
    record ByResourceType() implements Grouping {
        @Override
        public String category(Charge charge) {
            return charge.what() instanceof Charged.OfResource resource
                    ? resource.type().name()
                    : "";
        }
    }

    /** By service, as the bill names it. */
    record ByServiceName() implements Grouping {
        @Override
        public String category(Charge charge) {
            return charge.place().service();
        }
    }

    /** By region. */
    record ByRegion() implements Grouping {
        @Override
        public String category(Charge charge) {
            return charge.place().region().text();
        }
    }

    /** By account, subscription or project. */
    record ByAccount() implements Grouping {
        @Override
        public String category(Charge charge) {
            return charge.place().account().text();
        }
    }

    /** By the value of a tag, whose key may stand in any case. */
    record ByTag(TagKey key) implements Grouping {
        @Override
        public String category(Charge charge) {
            return FoundKey.of(key, charge.tags()).value(KeyCase.INSENSITIVE).orElse("");
        }

        @Override
        public Optional<TagKey> tag() {
            return Optional.of(key);
        }
    }

    /** By the value of the tag that names teams. */
    record ByTeam(TeamKey team) implements Grouping {
        @Override
        public String category(Charge charge) {
            return new ByTag(team.key()).category(charge);
        }

        @Override
        public Optional<TagKey> tag() {
            return Optional.of(team.key());
        }
    }
}
