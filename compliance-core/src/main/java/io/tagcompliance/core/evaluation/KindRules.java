package io.tagcompliance.core.evaluation;

import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.ProhibitedTag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules for one type in one cloud, of which the place of a resource decides the rest. */
record KindRules(
        Cloud cloud, List<KeyRules> keys, List<CompiledConditional> conditional, List<ProhibitedTag> prohibited) {

    /** The rules for one key, the more specific ones first. */
    record KeyRules(List<CompiledRule> candidates) {
        /** The one that holds at a place: the most specific of those that cover it. */
        Optional<CompiledRule> at(Cloud cloud, Place place) {
            for (CompiledRule candidate : candidates) {
                if (candidate.rule().scope().place().covers(cloud, place)) {
                    return Optional.of(candidate);
                }
            }
            return Optional.empty();
        }
    }

    /** The rules about single keys that hold at a place, in the order of the policy. */
    Stream<CompiledRule> tagRules(Place place) {
        return keys.stream().flatMap(rules -> rules.at(cloud, place).stream());
    }

    Stream<CompiledConditional> conditional(Place place) {
        return conditional.stream().filter(one -> one.rule().scope().place().covers(cloud, place));
    }

    Stream<ProhibitedTag> prohibited(Place place) {
        return prohibited.stream().filter(one -> one.scope().place().covers(cloud, place));
    }

    /** Whether any rule demands something of a resource at that place; optional rules don't. */
    boolean demandAnythingAt(Place place) {
        return tagRules(place).anyMatch(CompiledRule::isRequired)
                || conditional(place).findAny().isPresent()
                || prohibited(place).findAny().isPresent();
    }
}
