package io.tagcompliance.core.evaluation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.tagcompliance.core.check.Breakdown;
import io.tagcompliance.core.check.Breakdown.Part;
import io.tagcompliance.core.check.Breakdown.TagFigures;
import io.tagcompliance.core.check.Counts;
import io.tagcompliance.core.check.Figures;
import io.tagcompliance.core.check.ResourceViolations;
import io.tagcompliance.core.check.Score;
import io.tagcompliance.core.check.WaivedViolations;
import io.tagcompliance.core.check.WaivedViolations.ExemptionUse;
import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A check of an estate without columns: each resource is judged by itself, and everything is counted afterwards. */
record PlainCheck(TagPolicy policy, List<Judged> judged) {
    record Judged(Resource resource, Verdict verdict) {}

    static PlainCheck of(TagPolicy policy, List<Resource> all, Instant now) {
        CompiledPolicy compiled = CompiledPolicy.of(policy);
        return new PlainCheck(
                policy,
                all.stream()
                        .map(one -> new Judged(one, compiled.judge(Subject.of(one, lineage(one, all)), now)))
                        .toList());
    }

    /** The same of some of the resources only. */
    PlainCheck of(List<Resource> some) {
        Set<ResourceId> ids = some.stream().map(Resource::id).collect(toSet());
        return new PlainCheck(
                policy,
                judged.stream()
                        .filter(one -> ids.contains(one.resource().id()))
                        .sorted(Comparator.comparing(one -> one.resource().id()))
                        .toList());
    }

    static Lineage lineage(Resource resource, List<Resource> byId) {
        Map<Parent, Tags> parents = new EnumMap<>(Parent.class);
        Cloud cloud = resource.id().cloud();
        for (Resource other : byId) {
            String type = other.type().folded();
            boolean account = type.equals("organizations:account")
                    && other.id()
                            .text()
                            .endsWith("/" + resource.location().account().text());
            boolean group = type.equals("microsoft.resources/resourcegroups")
                    && other.location().account().equals(resource.location().account())
                    && other.name().equalsIgnoreCase(resource.location().group().name());
            if (other.id().cloud().equals(cloud)
                    && (account || group)
                    && other.tags() instanceof TagReading.Known known) {
                parents.putIfAbsent(account ? Parent.ACCOUNT : Parent.RESOURCE_GROUP, known.tags());
            }
        }
        return new Lineage(parents);
    }

    static int count(List<Judged> some, Predicate<Verdict> which) {
        return (int) some.stream().map(Judged::verdict).filter(which).count();
    }

    Figures figures() {
        return figures(judged);
    }

    private static Figures figures(List<Judged> some) {
        Counts counts = new Counts(
                count(some, Verdict.NotApplicable.class::isInstance),
                count(some, one -> one instanceof Verdict.Judged it && it.compliant() && !it.exempt()),
                count(some, one -> one instanceof Verdict.Judged it && !it.compliant()),
                count(some, Verdict.NotEvaluated.class::isInstance),
                count(some, one -> one instanceof Verdict.Judged it && it.exempt()));
        int violations = some.stream()
                .mapToInt(one -> one.verdict() instanceof Verdict.Judged it
                        ? it.violations().size()
                        : 0)
                .sum();
        return new Figures(counts, score(counts), violations);
    }

    private static Score score(Counts counts) {
        int judged = counts.compliant() + counts.nonCompliant();
        Score ofWhatWasRead =
                judged == 0 ? new Score.NothingApplicable() : new Score.Known((double) counts.compliant() / judged);
        return counts.notEvaluated() > 0 ? new Score.Withheld(ofWhatWasRead) : ofWhatWasRead;
    }

    List<ResourceViolations> violations(Set<Severity> listed) {
        return judged.stream()
                .filter(one -> one.verdict() instanceof Verdict.Judged)
                .map(one -> new ResourceViolations(
                        one.resource(),
                        ((Verdict.Judged) one.verdict())
                                .violations().stream()
                                        .filter(violation -> listed.contains(violation.severity()))
                                        .toList(),
                        new MonthlyCost.Unknown()))
                .filter(found -> !found.violations().isEmpty())
                .sorted(Comparator.comparingLong(PlainCheck::minusErrors)
                        .thenComparing(found -> found.resource().id()))
                .toList();
    }

    private static long minusErrors(ResourceViolations found) {
        return -found.violations().stream()
                .filter(violation -> violation.severity() == Severity.ERROR)
                .count();
    }

    Breakdown breakdown() {
        return new Breakdown(
                parts(one -> one.id().cloud()),
                parts(Resource::type),
                parts(one -> one.location().account()),
                parts(one -> one.location().region()),
                tags());
    }

    private <T extends Comparable<T>> List<Part<T>> parts(Function<Resource, T> part) {
        record In<T>(Cloud cloud, T part) {}
        Map<In<T>, List<Judged>> parts = new LinkedHashMap<>();
        judged.forEach(one -> parts.computeIfAbsent(
                        new In<>(one.resource().id().cloud(), part.apply(one.resource())), absent -> new ArrayList<>())
                .add(one));
        return parts.entrySet().stream()
                .map(entry -> new Part<>(entry.getKey().cloud(), entry.getKey().part(), figures(entry.getValue())))
                .sorted(Comparator.comparingInt(
                                (Part<T> one) -> -one.figures().counts().nonCompliant())
                        .thenComparing(Part::cloud)
                        .thenComparing(Part::part))
                .toList();
    }

    private List<TagFigures> tags() {
        Map<RuleId, List<Violation>> firsts = new LinkedHashMap<>();
        for (Judged one : judged) {
            if (one.verdict() instanceof Verdict.Judged it) {
                Map<RuleId, Violation> ofOne = it.violations().stream()
                        .collect(toMap(Violation::rule, found -> found, (first, other) -> first, LinkedHashMap::new));
                ofOne.forEach((rule, found) -> firsts.computeIfAbsent(rule, absent -> new ArrayList<>())
                        .add(found));
            }
        }
        return firsts.entrySet().stream()
                .map(entry -> new TagFigures(
                        subject(entry.getValue().getFirst()),
                        entry.getKey().text(),
                        entry.getValue().size(),
                        (int) entry.getValue().stream()
                                .filter(Violation.MissingTag.class::isInstance)
                                .count()))
                .sorted(Comparator.comparingInt((TagFigures tag) -> -tag.resources())
                        .thenComparing(TagFigures::rule))
                .toList();
    }

    private static String subject(Violation violation) {
        return switch (violation) {
            case Violation.ProhibitedKey prohibited -> prohibited.demand().subject();
            case Violation.OfNaming naming -> "*";
            default -> violation.tag();
        };
    }

    WaivedViolations waived() {
        int inGrace = count(
                judged,
                one -> one instanceof Verdict.Judged it
                        && it.waivers().stream().anyMatch(Waiver.InGrace.class::isInstance));
        return new WaivedViolations(
                inGrace,
                policy.exemptions().stream()
                        .map(exemption -> new ExemptionUse(
                                exemption,
                                count(
                                        judged,
                                        one -> one instanceof Verdict.Judged it
                                                && it.waivers().stream()
                                                        .anyMatch(waiver -> waiver instanceof Waiver.Exempted exempted
                                                                && exempted.exemption()
                                                                        .id()
                                                                        .equals(exemption.id())))))
                        .toList());
    }

    /** Resources with known tags that lack a required key. */
    Map<String, List<String>> lacking(CompiledPolicy compiled) {
        Map<String, List<String>> lacking = new LinkedHashMap<>();
        List<Resource> all = judged.stream().map(Judged::resource).toList();
        for (Resource one : all) {
            if (one.tags() instanceof TagReading.Known known) {
                List<String> keys = compiled.missingKeys(Subject.of(one, lineage(one, all)), known.tags()).stream()
                        .map(key -> key.text().toLowerCase(Locale.ROOT))
                        .toList();
                if (!keys.isEmpty()) {
                    lacking.put(one.id().text(), keys);
                }
            }
        }
        return lacking;
    }
}
