package io.tagcompliance.core.evaluation;

import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.PolicyRule;
import io.tagcompliance.policy.TagPolicy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The memories of sites under one policy: one for all those that have the same rules. Guarded by its user. */
final class SiteMemories {
    private final CompiledPolicy policy;
    private final int keySets;
    private final boolean sameEverywhere;
    private final Map<List<Object>, SiteMemory> byRules = new HashMap<>();
    private final Map<Kind, SiteMemory> byKind = new HashMap<>();

    /** @param keySets how many sequences of keys there are */
    SiteMemories(CompiledPolicy policy, int keySets) {
        this.policy = policy;
        this.keySets = keySets;
        this.sameEverywhere = places(policy.policy()).allMatch(SiteMemories::isEverywhere);
    }

    /** What decides on the rules where no rule is about some accounts, regions or groups alone. */
    private record Kind(Cloud cloud, String type, Lineage lineage) {}

    private static Stream<PlaceScope> places(TagPolicy policy) {
        return Stream.concat(
                policy.rules().all().map(PolicyRule::scope).map(scope -> scope.place()),
                policy.exemptions().stream().map(Exemption::where));
    }

    private static boolean isEverywhere(PlaceScope scope) {
        return scope.accounts().isEmpty()
                && scope.regions().isEmpty()
                && scope.groups().isEmpty();
    }

    /** Whether no rule is about some accounts, regions or groups alone. */
    boolean areSameEverywhere() {
        return sameEverywhere;
    }

    /** The memory of a spot. */
    SiteMemory of(SiteRules.Spot spot, Lineage lineage) {
        return sameEverywhere
                ? byKind.computeIfAbsent(
                        new Kind(spot.cloud(), spot.type().name(), lineage), absent -> byRules(spot, lineage))
                : byRules(spot, lineage);
    }

    private SiteMemory byRules(SiteRules.Spot spot, Lineage lineage) {
        SiteRules rules = SiteRules.of(policy, spot, lineage);
        return byRules.computeIfAbsent(rules.identity(), absent -> new SiteMemory(rules, keySets));
    }

    /** All of them. */
    Collection<SiteMemory> all() {
        return byRules.values();
    }
}
