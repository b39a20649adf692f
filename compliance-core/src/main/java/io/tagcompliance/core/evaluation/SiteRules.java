package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.evaluation.KindRules.KeyRules;
import io.tagcompliance.core.resource.Site;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.PolicyRule;
import io.tagcompliance.policy.ProhibitedTag;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules that hold at one site, whatever a resource there is called.
 *
 * @param lineage    what can be inherited there
 * @param exemptions that may cover some resource there
 * @param rowByRow   whether more than these decides: the name of a resource, or a parent that was not read
 */
record SiteRules(
        List<CompiledRule> tagRules,
        List<CompiledConditional> conditional,
        List<ProhibitedTag> prohibited,
        List<Exemption> exemptions,
        Lineage lineage,
        boolean rowByRow) {

    static SiteRules of(CompiledPolicy policy, Spot spot, Lineage lineage) {
        KindRules kind = policy.rulesOf(spot.cloud(), spot.type());
        List<CompiledRule> tagRules = new ArrayList<>();
        boolean rowByRow = false;
        for (KeyRules rules : kind.keys()) {
            List<CompiledRule> here = rules.candidates().stream()
                    .filter(candidate -> spot.liesIn(candidate.rule()))
                    .toList();
            rowByRow |= !here.isEmpty() && asksForNames(here.getFirst().rule());
            here.stream().limit(1).forEach(tagRules::add);
        }
        List<CompiledConditional> conditional = kind.conditional().stream()
                .filter(one -> spot.liesIn(one.rule()))
                .toList();
        List<ProhibitedTag> prohibited =
                kind.prohibited().stream().filter(spot::liesIn).toList();
        rowByRow |= Stream.concat(conditional.stream().map(CompiledConditional::rule), prohibited.stream())
                .anyMatch(SiteRules::asksForNames);
        rowByRow |= tagRules.stream()
                .anyMatch(rule -> rule.isRequired() && rule.mayInherit(lineage).isPresent());
        List<Exemption> exemptions = policy.policy().exemptions().stream()
                .filter(exemption -> spot.liesIn(exemption.where()))
                .toList();
        return new SiteRules(tagRules, conditional, prohibited, exemptions, lineage, rowByRow);
    }

    /** A type at a place in a cloud, of which the name is left open. */
    record Spot(Cloud cloud, ResourceType type, Place place) {
        static Spot of(Site site) {
            Place place = new Place(
                    site.location().account().text(),
                    site.location().region().text(),
                    site.location().group().name(),
                    "");
            return new Spot(site.cloud(), site.type(), place);
        }

        private boolean liesIn(PolicyRule rule) {
            return liesIn(rule.scope().place());
        }

        private boolean liesIn(PlaceScope scope) {
            return new PlaceScope(scope.clouds(), scope.accounts(), scope.regions(), scope.groups(), Set.of())
                    .covers(cloud, place);
        }
    }

    private static boolean asksForNames(PolicyRule rule) {
        return !rule.scope().place().names().isEmpty();
    }

    /** What tells these rules from those at other sites: a site has the same ones as another, or not one of them. */
    List<Object> identity() {
        List<Object> identity = new ArrayList<>();
        tagRules.forEach(rule -> {
            identity.add(new Same(rule));
            identity.add(rule.isRequired() && rule.judge(Tags.NONE, lineage).isEmpty());
        });
        conditional.forEach(rule -> identity.add(new Same(rule)));
        prohibited.forEach(rule -> identity.add(new Same(rule)));
        exemptions.forEach(exemption -> identity.add(new Same(exemption)));
        identity.add(rowByRow);
        return identity;
    }

    /** An object that is equal to nothing but itself. */
    private record Same(Object one) {
        @Override
        @SuppressWarnings("ReferenceEquality") // which is what it is for
        public boolean equals(Object other) {
            return other instanceof Same same && same.one == one;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(one);
        }
    }

    /** Whether any rule demands something of a resource here; optional rules don't. */
    boolean demandAnything() {
        return tagRules.stream().anyMatch(CompiledRule::isRequired) || !conditional.isEmpty() || !prohibited.isEmpty();
    }

    /** The longest time for which some rule lets new resources pass. */
    Duration longestGrace() {
        return tagRules.stream()
                .map(rule -> rule.rule().leniency().grace())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Whether somebody may have leave to fail here on that day. */
    boolean mayExempt(LocalDate day) {
        return exemptions.stream().anyMatch(exemption -> exemption.holdsOn(day));
    }

    /** What the rule is about here; {@code *} for those of naming, which are about every key. */
    String subjectOf(RuleId id) {
        return Stream.of(
                        tagRules.stream().map(CompiledRule::rule),
                        prohibited.stream(),
                        conditional.stream().map(CompiledConditional::rule))
                .<PolicyRule>flatMap(some -> some)
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(this::subjectOf)
                .orElse("*");
    }

    private String subjectOf(PolicyRule rule) {
        return conditional.stream()
                .filter(one -> one.rule().equals(rule))
                .map(one -> one.key().text())
                .findFirst()
                .orElseGet(rule::subject);
    }
}
