package io.tagcompliance.core.evaluation;

import static java.util.Objects.requireNonNull;

import io.tagcompliance.core.evaluation.CompiledRule.Necessity;
import io.tagcompliance.core.evaluation.KindRules.KeyRules;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.PolicyRule;
import io.tagcompliance.policy.ProhibitedTag;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A policy made ready to judge resources. Immutable to its users, safe for many threads. */
public final class CompiledPolicy {
    /** Types come from strangers' files too; past this many, rules are looked up afresh instead of remembered. */
    private static final int MOST_KINDS_REMEMBERED = 2_000;

    private final TagPolicy policy;
    private final KeyCase keyCase;
    private final NamingJudge naming;
    private final Map<List<ValueRule>, CompiledValues> values = new HashMap<>();
    private final Map<String, List<Candidate>> rankedByKey = new LinkedHashMap<>();
    private final Map<Cloud, List<CompiledConditional>> conditional = new ConcurrentHashMap<>();
    private final Map<Kind, KindRules> rulesByKind = new ConcurrentHashMap<>();

    private CompiledPolicy(TagPolicy policy) {
        this.policy = policy;
        this.keyCase = policy.naming().keyCase();
        this.naming = new NamingJudge(policy.naming());
        policy.required().forEach(rule -> rank(rule, Necessity.REQUIRED));
        policy.optional().forEach(rule -> rank(rule, Necessity.OPTIONAL));
        conditionalOn(Cloud.AWS);
        policy.required().forEach(this::compileValues);
        policy.optional().forEach(this::compileValues);
    }

    /** A rule about one key, before it is known where. */
    private record Candidate(TagRule rule, Necessity necessity) {}

    /**
     * Puts the more specific rules for a key first, otherwise in their order; by the key that a rule has in general, since
     * what a cloud calls it changes nothing about which rules it replaces.
     */
    private void rank(TagRule rule, Necessity necessity) {
        String key =
                keyCase == KeyCase.SENSITIVE ? rule.key().text() : rule.key().folded();
        List<Candidate> ranked = rankedByKey.computeIfAbsent(key, absent -> new ArrayList<>());
        int at = 0;
        while (at < ranked.size()
                && !rule.scope().isMoreSpecificThan(ranked.get(at).rule().scope())) {
            at++;
        }
        ranked.add(at, new Candidate(rule, necessity));
    }

    private List<CompiledConditional> conditionalOn(Cloud cloud) {
        return conditional.computeIfAbsent(cloud, here -> {
            CloudKeys keys = new CloudKeys(policy, here);
            return policy.rules().conditional().stream()
                    .map(rule -> CompiledConditional.of(rule, keys))
                    .toList();
        });
    }

    private void compileValues(TagRule rule) {
        values.computeIfAbsent(rule.values(), CompiledValues::of);
        rule.overrides()
                .values()
                .forEach(override -> values.computeIfAbsent(override.demand().values(), CompiledValues::of));
    }

    /**
     * The policy, ready to judge.
     *
     * @throws IllegalArgumentException where a pattern can't be compiled; a policy from a file has been checked for that
     */
    public static CompiledPolicy of(TagPolicy policy) {
        return new CompiledPolicy(policy);
    }

    public TagPolicy policy() {
        return policy;
    }

    /** The ids by which violations may name a rule, in the order of the policy; those of its naming rules last. */
    public List<RuleId> ruleIds() {
        return Stream.concat(policy.rules().all().map(PolicyRule::id), NamingJudge.IDS.stream())
                .distinct()
                .toList();
    }

    /** A judge of many resources one after the other, who remembers what they have in common for as long as it lives. */
    public PolicyBatch batch() {
        return new PolicyBatch(this);
    }

    /** The verdict on a resource, at that time: grace and exemptions end. */
    public Verdict judge(Subject subject, Instant now) {
        KindRules rules = rulesOf(subject.cloud(), subject.type());
        if (!rules.demandAnythingAt(subject.place())) {
            return new Verdict.NotApplicable();
        }
        return switch (subject.tags()) {
            case TagReading.Unknown unknown -> new Verdict.NotEvaluated(unknown.failure());
            case TagReading.Known known -> judge(subject, known.tags(), new Waivers(policy.exemptions(), subject, now));
        };
    }

    /** What is wrong for sure counts; where nothing is, what a parent may hide decides whether anybody knows. */
    private Verdict judge(Subject subject, Tags tags, Waivers waivers) {
        KindRules rules = rulesOf(subject.cloud(), subject.type());
        Place place = subject.place();
        List<Violation> found = new ArrayList<>();
        rules.tagRules(place)
                .forEach(rule -> rule.judge(tags, subject.lineage()).ifPresent(found::add));
        rules.conditional(place).forEach(rule -> rule.judge(tags).ifPresent(found::add));
        rules.prohibited(place).forEach(rule -> found.addAll(judge(rule, tags)));
        naming.judge(tags, found);
        Verdict.Judged judged = waivers.applyTo(found);
        return judged.compliant() && !subject.lineage().unread().isEmpty()
                ? rules.tagRules(place)
                        .filter(rule -> waivers.leaveAnErrorOf(new Violation.MissingTag(rule.rule())))
                        .flatMap(rule -> rule.unknown(tags, subject.lineage()).stream())
                        .findFirst()
                        .<Verdict>map(Verdict.NotEvaluated::new)
                        .orElse(judged)
                : judged;
    }

    /** What a rule says that prohibits keys. */
    static List<Violation> judge(ProhibitedTag rule, Tags tags) {
        List<Violation> found = new ArrayList<>();
        tags.forEach((key, value) -> {
            boolean isOwn = key.isEmpty() || !new TagKey(key).isSystem();
            if (isOwn && rule.key().matches(key)) {
                found.add(new Violation.ProhibitedKey(rule, key, value));
            }
        });
        return found;
    }

    /** The verdict on a resource, rule by rule. */
    public Explanation explain(Subject subject, Instant now) {
        KindRules rules = rulesOf(subject.cloud(), subject.type());
        Waivers waivers = new Waivers(policy.exemptions(), subject, now);
        List<RuleOutcome> outcomes = switch (subject.tags()) {
            case TagReading.Unknown unknown ->
                inForce(rules, subject.place())
                        .<RuleOutcome>map(rule -> new RuleOutcome.NotEvaluated(rule, unknown.failure()))
                        .toList();
            case TagReading.Known known -> outcomes(rules, subject, known.tags(), waivers);
        };
        return new Explanation(judge(subject, now), outcomes);
    }

    private static Stream<PolicyRule> inForce(KindRules rules, Place place) {
        return Stream.of(
                        rules.tagRules(place).map(CompiledRule::rule),
                        rules.conditional(place).map(CompiledConditional::rule),
                        rules.prohibited(place))
                .flatMap(some -> some);
    }

    private static List<RuleOutcome> outcomes(KindRules rules, Subject subject, Tags tags, Waivers waivers) {
        Place place = subject.place();
        List<RuleOutcome> outcomes = new ArrayList<>();
        rules.tagRules(place).forEach(one -> {
            List<Violation> found = one.judge(tags, subject.lineage()).stream().toList();
            outcomes.add(one.unknown(tags, subject.lineage())
                    .<RuleOutcome>map(failure -> new RuleOutcome.NotEvaluated(one.rule(), failure))
                    .orElseGet(() -> outcome(one.rule(), found, one.because(tags), waivers)));
        });
        rules.conditional(place).forEach(one -> {
            List<Violation> found = one.judge(tags).stream().toList();
            outcomes.add(outcome(one.rule(), found, one.because(tags), waivers));
        });
        rules.prohibited(place)
                .forEach(one -> outcomes.add(outcome(one, judge(one, tags), RuleOutcome.Because.NOT_THERE, waivers)));
        return outcomes;
    }

    private static RuleOutcome outcome(
            PolicyRule rule, List<Violation> found, RuleOutcome.Because because, Waivers waivers) {
        Verdict.Judged judged = waivers.applyTo(found);
        if (!judged.violations().isEmpty()) {
            return new RuleOutcome.Failed(rule, judged.violations());
        }
        return judged.waivers().isEmpty()
                ? new RuleOutcome.Passed(rule, because)
                : new RuleOutcome.Waived(rule, judged.waivers());
    }

    /** The keys that this policy requires of such a resource and that neither it nor a parent has, under any name. */
    public List<TagKey> missingKeys(Subject subject, Tags tags) {
        return rulesOf(subject.cloud(), subject.type())
                .tagRules(subject.place())
                .filter(rule -> rule.judge(tags, subject.lineage())
                        .filter(Violation.MissingTag.class::isInstance)
                        .isPresent())
                .map(rule -> rule.rule().key())
                .toList();
    }

    /** Whether a key is there, in the case that this policy asks for. */
    public boolean carries(Tags tags, TagKey key) {
        return FoundKey.of(key, tags).value(keyCase).isPresent();
    }

    /** A judge of one key, for those who give costs to whoever it names. */
    public AllocationJudge allocationBy(TagKey key, AllocationJudge.From from) {
        return new AllocationJudge(this, key, from);
    }

    /** The rules about keys that must be there on such resources, in the order of the policy. */
    public List<TagRule> requiredOf(Cloud cloud, ResourceType type, Place place) {
        return rulesOf(cloud, type)
                .tagRules(place)
                .filter(CompiledRule::isRequired)
                .map(CompiledRule::rule)
                .toList();
    }

    /** The rules across tags whose condition these tags fulfil, and not what they demand, in the order of the policy. */
    public List<ConditionalRule> unmetOn(Subject subject, Tags tags) {
        return rulesOf(subject.cloud(), subject.type())
                .conditional(subject.place())
                .filter(rule -> rule.judge(tags).isPresent())
                .map(CompiledConditional::rule)
                .toList();
    }

    /** The rules about keys that are judged where they are there, in the order of the policy. */
    public List<TagRule> optionalOf(Cloud cloud, ResourceType type, Place place) {
        return rulesOf(cloud, type)
                .tagRules(place)
                .filter(rule -> !rule.isRequired())
                .map(CompiledRule::rule)
                .toList();
    }

    NamingJudge naming() {
        return naming;
    }

    /** The rules for a type in a cloud. */
    KindRules rulesOf(Cloud cloud, ResourceType type) {
        Kind kind = new Kind(cloud, type);
        KindRules remembered = rulesByKind.get(kind);
        if (remembered != null) {
            return remembered;
        }
        KindRules rules = select(kind);
        if (rulesByKind.size() < MOST_KINDS_REMEMBERED) {
            rulesByKind.put(kind, rules);
        }
        return rules;
    }

    private KindRules select(Kind kind) {
        if (!policy.covers(kind.cloud())) {
            return new KindRules(kind.cloud(), List.of(), List.of(), List.of());
        }
        return new KindRules(
                kind.cloud(),
                rankedByKey.values().stream()
                        .map(ranked -> keyRules(ranked, kind))
                        .filter(rules -> !rules.candidates().isEmpty())
                        .toList(),
                conditionalOn(kind.cloud()).stream()
                        .filter(one -> kind.isAbout(one.rule()))
                        .toList(),
                policy.rules().prohibited().stream().filter(kind::isAbout).toList());
    }

    private KeyRules keyRules(List<Candidate> ranked, Kind kind) {
        return new KeyRules(ranked.stream()
                .filter(candidate -> kind.isAbout(candidate.rule()))
                .map(candidate -> compiled(candidate.rule().on(kind.cloud()), candidate.necessity()))
                .toList());
    }

    private CompiledRule compiled(TagRule rule, Necessity necessity) {
        return new CompiledRule(rule, necessity, keyCase, requireNonNull(values.get(rule.values())));
    }

    /** A type in a cloud. */
    private record Kind(Cloud cloud, ResourceType type) {
        boolean isAbout(PolicyRule rule) {
            return rule.scope().types().covers(cloud, type);
        }
    }
}
