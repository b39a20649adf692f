package io.tagcompliance.core.check;

import io.tagcompliance.core.check.Breakdown.Part;
import io.tagcompliance.core.check.Breakdown.TagFigures;
import io.tagcompliance.core.check.WaivedViolations.ExemptionUse;
import io.tagcompliance.core.evaluation.ColumnTally;
import io.tagcompliance.core.evaluation.ColumnTally.RuleFigures;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.evaluation.Waiver;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.Site;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;

/** Counts an estate, whole and by its parts. Confined to one thread. */
final class EstateTally {
    private final Tally whole = new Tally();
    private final Map<In<Cloud>, Tally> clouds = new HashMap<>();
    private final Map<In<ResourceType>, Tally> types = new HashMap<>();
    private final Map<In<AccountId>, Tally> accounts = new HashMap<>();
    private final Map<In<Region>, Tally> regions = new HashMap<>();
    private final Map<RuleId, TagTally> tags = new HashMap<>();
    private final Map<String, Integer> exempted = new HashMap<>();
    private final AtomicInteger inGrace = new AtomicInteger();

    /** A part of one cloud. */
    private record In<T>(Cloud cloud, T part) {}

    /** Clouds that were looked at get their figures even where nothing was found. */
    EstateTally(Collection<Cloud> lookedAt) {
        lookedAt.forEach(cloud -> clouds.put(new In<>(cloud, cloud), new Tally()));
    }

    /** Counts what columns tell: to be called first, so that parts are spelled as the first row of each has them. */
    void count(ColumnTally tally, ResourceColumns columns) {
        tally.sites().forEach(figures -> parts(columns.site(figures.site())).forEach(part -> part.count(figures)));
        tally.failedRules(columns)
                .forEach(rule -> tags.computeIfAbsent(rule.rule(), absent -> new TagTally())
                        .count(rule));
    }

    /** Counts a row that was judged for itself. */
    void count(Site site, int row, Verdict verdict) {
        parts(site).forEach(part -> part.count(verdict));
        if (verdict instanceof Verdict.Judged judged) {
            countTags(judged, row);
            countWaivers(judged);
        }
    }

    private List<Tally> parts(Site site) {
        Cloud cloud = site.cloud();
        return List.of(
                whole,
                of(clouds, cloud, cloud),
                of(types, cloud, site.type()),
                of(accounts, cloud, site.location().account()),
                of(regions, cloud, site.location().region()));
    }

    private void countWaivers(Verdict.Judged judged) {
        if (judged.waivers().stream().anyMatch(Waiver.InGrace.class::isInstance)) {
            inGrace.incrementAndGet();
        }
        judged.waivers().stream()
                .filter(Waiver.Exempted.class::isInstance)
                .map(waiver -> ((Waiver.Exempted) waiver).exemption().id())
                .distinct()
                .forEach(id -> exempted.merge(id, 1, Integer::sum));
    }

    WaivedViolations waived(List<Exemption> exemptions) {
        return new WaivedViolations(
                inGrace.get(),
                exemptions.stream()
                        .map(one -> new ExemptionUse(one, exempted.getOrDefault(one.id(), 0)))
                        .toList());
    }

    private static <T> Tally of(Map<In<T>, Tally> tallies, Cloud cloud, T part) {
        return tallies.computeIfAbsent(new In<>(cloud, part), absent -> new Tally());
    }

    private void countTags(Verdict.Judged judged, int row) {
        Set<RuleId> counted = new HashSet<>();
        for (Violation violation : judged.violations()) {
            if (counted.add(violation.rule())) {
                tags.computeIfAbsent(violation.rule(), absent -> new TagTally()).count(violation, row);
            }
        }
    }

    Figures figures(Coverage coverage) {
        return whole.figures(!coverage.gaps().isEmpty());
    }

    Breakdown breakdown(Coverage coverage) {
        GapReach gaps = new GapReach(coverage.gaps());
        return new Breakdown(
                parts(clouds, (cloud, same) -> gaps.into(cloud)),
                parts(types, gaps::into),
                parts(accounts, gaps::into),
                parts(regions, gaps::into),
                tagFigures());
    }

    private static <T extends Comparable<T>> List<Part<T>> parts(Map<In<T>, Tally> tallies, BiPredicate<Cloud, T> gap) {
        return tallies.entrySet().stream()
                .map(entry -> part(entry.getKey(), entry.getValue(), gap))
                .sorted(worstFirst())
                .toList();
    }

    private static <T> Part<T> part(In<T> in, Tally tally, BiPredicate<Cloud, T> gap) {
        return new Part<>(in.cloud(), in.part(), tally.figures(gap.test(in.cloud(), in.part())));
    }

    private static <T extends Comparable<T>> Comparator<Part<T>> worstFirst() {
        return Comparator.comparingInt(
                        (Part<T> part) -> -part.figures().counts().nonCompliant())
                .thenComparing(Part::cloud)
                .thenComparing(Part::part);
    }

    private List<TagFigures> tagFigures() {
        return tags.entrySet().stream()
                .map(entry -> entry.getValue().figures(entry.getKey()))
                .sorted(Comparator.comparingInt((TagFigures tag) -> -tag.resources())
                        .thenComparing(TagFigures::rule))
                .toList();
    }

    private static final class TagTally {
        private static final String EVERY_KEY = "*";

        private String tag = EVERY_KEY;
        private int resources;
        private int missing;
        private int firstRow = Integer.MAX_VALUE;

        void count(RuleFigures rule) {
            tag = rule.subject();
            firstRow = rule.firstRow();
            resources = rule.resources();
            missing = rule.missing();
        }

        /** Clouds may have other names for a key: the first row that violates the rule decides. */
        void count(Violation violation, int row) {
            resources++;
            missing += violation instanceof Violation.MissingTag ? 1 : 0;
            if (row < firstRow || tag.equals(EVERY_KEY)) {
                tag = subject(violation);
                firstRow = row;
            }
        }

        /** What the rule is about; of a pattern for keys that is the pattern, not one of the keys that strangers chose. */
        private static String subject(Violation violation) {
            return switch (violation) {
                case Violation.OfTagRule ofKey -> ofKey.tag();
                case Violation.ConditionNotMet notMet -> notMet.tag();
                case Violation.ProhibitedKey prohibited -> prohibited.demand().subject();
                case Violation.OfNaming ofNaming -> EVERY_KEY;
            };
        }

        TagFigures figures(RuleId rule) {
            return new TagFigures(tag, rule.text(), resources, missing);
        }
    }
}
