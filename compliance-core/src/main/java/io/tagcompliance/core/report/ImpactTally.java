package io.tagcompliance.core.report;

import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.check.ResourceViolations;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.evaluation.FoundKey;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.report.ComplianceReport.Recommendation;
import io.tagcompliance.core.report.ComplianceReport.RuleImpact;
import io.tagcompliance.core.report.ComplianceReport.Team;
import io.tagcompliance.core.report.ComplianceReport.Teams;
import io.tagcompliance.core.report.ComplianceReport.Through;
import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TeamKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Adds up what violations concern, as they come, the dearest resources first. Confined to one thread. */
final class ImpactTally {
    private static final Set<ParentLink.Kind> HANDING_ON =
            Set.of(ParentLink.Kind.STACK, ParentLink.Kind.SCALING_GROUP, ParentLink.Kind.SERVICE);

    /** From so many resources on it is easier to mend what they belong to. */
    private static final int MANY = 3;

    private static final int SHOWN = 10;

    private final Optional<TagKey> teamKey;
    private final Optional<Money> nothing;
    private final Map<String, Sum> teams = new HashMap<>();
    private final Map<String, Integer> teamSizes = new HashMap<>();
    private final AtomicInteger tagsUnknown = new AtomicInteger();
    private final Map<String, RuleSum> rules = new LinkedHashMap<>();
    private final Map<Deed, Sum> deeds = new LinkedHashMap<>();

    ImpactTally(TagPolicy policy, CheckSpend spend) {
        this.nothing = spend instanceof CheckSpend.Known known
                ? Optional.of(Money.zero(known.impact().currency()))
                : Optional.empty();
        this.teamKey = TeamKey.of(policy) instanceof TeamKey.Ruled(TagKey key) ? Optional.of(key) : Optional.empty();
    }

    /** What is done at once. */
    private record Deed(String rule, String tag, String issue, Through through) {}

    /** A resource of the estate, whether it fails or not. */
    void meet(Resource resource) {
        if (resource.tags() instanceof TagReading.Known) {
            teamKey.ifPresent(key -> teamSizes.merge(team(key, resource), 1, Integer::sum));
        } else {
            tagsUnknown.incrementAndGet();
        }
    }

    private static String team(TagKey key, Resource resource) {
        return resource.tags() instanceof TagReading.Known known
                ? FoundKey.of(key, known.tags()).value(KeyCase.INSENSITIVE).orElse("")
                : "";
    }

    /** A resource that fails. */
    void count(ResourceViolations found) {
        Resource resource = found.resource();
        teamKey.ifPresent(key ->
                teams.computeIfAbsent(team(key, resource), first -> new Sum()).add(found));
        Set<String> counted = new HashSet<>();
        for (Violation violation : found.violations()) {
            if (counted.add(violation.rule().text())) {
                rules.computeIfAbsent(violation.rule().text(), first -> new RuleSum(violation.tag()))
                        .sum
                        .add(found);
                deeds.computeIfAbsent(deed(violation, resource), first -> new Sum())
                        .add(found);
            }
        }
    }

    private static Deed deed(Violation violation, Resource resource) {
        Through through = resource.traits().parents().stream()
                .filter(parent -> HANDING_ON.contains(parent.kind()))
                .findFirst()
                .<Through>map(parent -> new Through.Parent(parent.kind().label(), parent.name()))
                .orElseGet(Through.Itself::new);
        return new Deed(violation.rule().text(), violation.tag(), violation.issue(), through);
    }

    List<RuleImpact> rules() {
        return rules.entrySet().stream()
                .map(rule -> new RuleImpact(
                        rule.getKey(), rule.getValue().tag, rule.getValue().sum.resources, cost(rule.getValue().sum)))
                .sorted(Comparator.comparingInt(rule -> -rule.resources()))
                .toList();
    }

    Teams teams() {
        if (teamKey.isEmpty()) {
            return new Teams.NoSuchTag();
        }
        return new Teams.Known(
                teamKey.get().text(),
                teamSizes.entrySet().stream()
                        .map(team -> team(team.getKey(), team.getValue()))
                        .sorted(Comparator.comparingInt((Team team) -> -team.failing())
                                .thenComparing(Team::name))
                        .toList(),
                tagsUnknown.get());
    }

    private Team team(String name, int size) {
        Sum sum = teams.getOrDefault(name, new Sum());
        return new Team(name, size, sum.resources, cost(sum));
    }

    /** Parents with few resources are no shorter way: those are mended one by one. */
    List<Recommendation> recommendations() {
        Map<Deed, Sum> wide = new LinkedHashMap<>();
        deeds.forEach((deed, sum) -> {
            Deed at = sum.resources >= MANY
                    ? deed
                    : new Deed(deed.rule(), deed.tag(), deed.issue(), new Through.Itself());
            wide.computeIfAbsent(at, first -> new Sum()).add(sum);
        });
        return wide.entrySet().stream()
                .map(deed -> recommendation(deed.getKey(), deed.getValue()))
                .sorted(Comparator.comparing(ImpactTally::money, Comparator.reverseOrder())
                        .thenComparingInt(one -> -one.resources()))
                .toList();
    }

    private Recommendation recommendation(Deed deed, Sum sum) {
        return new Recommendation(
                deed.rule(), deed.tag(), deed.issue(), deed.through(), sum.resources, sum.some, cost(sum));
    }

    /** Where there is a bill, what isn't on it costs nothing; else nobody knows. */
    private Optional<Money> cost(Sum sum) {
        return sum.cost == null ? nothing : Optional.of(sum.cost);
    }

    private static BigDecimal money(Recommendation one) {
        return one.cost().map(Money::amount).orElse(BigDecimal.ZERO);
    }

    /** Resources of one rule. */
    private static final class RuleSum {
        private final String tag;
        private final Sum sum = new Sum();

        RuleSum(String tag) {
            this.tag = tag;
        }
    }

    /** Some resources, each once, and what they cost. */
    private static final class Sum {
        private final List<ResourceId> some = new ArrayList<>();
        private int resources;
        private @Nullable Money cost;

        void add(ResourceViolations found) {
            resources++;
            if (some.size() < SHOWN) {
                some.add(found.resource().id());
            }
            if (found.cost() instanceof MonthlyCost.Known known) {
                add(known.money());
            }
        }

        void add(Sum other) {
            resources += other.resources;
            other.some.stream().limit(SHOWN - (long) some.size()).forEach(some::add);
            if (other.cost != null) {
                add(other.cost);
            }
        }

        private void add(Money more) {
            cost = cost == null ? more : cost.plus(more);
        }
    }
}
