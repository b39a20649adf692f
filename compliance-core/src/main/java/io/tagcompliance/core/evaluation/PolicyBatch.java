package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Judges many resources by one policy, one after the other, and remembers what they have in common: the rules at a site, what
 * these come to for a sequence of keys, what a demand says of a value. Its verdicts are those of {@link CompiledPolicy#judge}.
 * To be let go of with the batch, for it remembers what strangers wrote. Confined to one thread.
 */
public final class PolicyBatch {
    /** Past these, nothing more is remembered, and the rest is judged as if it came alone. */
    private static final int MOST_SITES = 10_000;

    private static final int MOST_KEY_SETS = 10_000;
    private static final int MOST_COMPILED = 20_000;
    private static final int MOST_TAGS = 1_000;

    private static final int NONE = -1;

    private final CompiledPolicy policy;
    private final PolicyMemory memory;
    private final Numbering<Subject> spots = new Numbering<>(MOST_SITES, this::areAtOneSpot);
    private final List<SiteMemory> sites = new ArrayList<>();
    private final SiteMemories memories;
    private final Numbering<Tags> keySets = new Numbering<>(MOST_KEY_SETS, Tags::hasKeysOf);
    private final List<KeySetRules> compiled = new ArrayList<>();
    private final BatchValues values = new BatchValues();
    private final Outcomes outcomes = new Outcomes(0);
    private final BatchVerdicts verdicts = new BatchVerdicts(outcomes, values);

    PolicyBatch(CompiledPolicy policy) {
        this.policy = policy;
        this.memory = new PolicyMemory(policy, BatchValues.MOST);
        this.memories = new SiteMemories(policy, MOST_KEY_SETS);
    }

    /** The verdict on a resource, at that time. */
    public Verdict judge(Subject subject, Instant now) {
        int number = spots.of(subject, spotHash(subject));
        if (number == Numbering.NONE) {
            return policy.judge(subject, now);
        }
        SiteMemory site = number < sites.size() ? sites.get(number) : site(subject);
        if (site.rules().rowByRow()) {
            return policy.judge(subject, now);
        }
        if (!site.demandAnything()) {
            return new Verdict.NotApplicable();
        }
        if (subject.tags() instanceof TagReading.Known known) {
            return judge(subject, known.tags(), site, now);
        }
        return policy.judge(subject, now);
    }

    private int spotHash(Subject subject) {
        int hash = 31 * subject.type().name().hashCode() + subject.lineage().hashCode();
        return memories.areSameEverywhere() ? hash : 31 * hash + hash(subject.place());
    }

    private static int hash(Place place) {
        return 31 * (31 * place.account().hashCode() + place.region().hashCode())
                + place.resourceGroup().hashCode();
    }

    /** Whether the same rules hold for two, names aside. */
    private boolean areAtOneSpot(Subject one, Subject other) {
        return one.type().name().equals(other.type().name())
                && (memories.areSameEverywhere() || liesWhere(one.place(), other.place()))
                && one.cloud().id().equals(other.cloud().id())
                && one.lineage().equals(other.lineage());
    }

    private static boolean liesWhere(Place one, Place other) {
        return one.account().equals(other.account())
                && one.region().equals(other.region())
                && one.resourceGroup().equals(other.resourceGroup());
    }

    private SiteMemory site(Subject subject) {
        Place place = memories.areSameEverywhere() ? Place.UNKNOWN : subject.place();
        SiteRules.Spot spot = new SiteRules.Spot(
                subject.cloud(), subject.type(), new Place(place.account(), place.region(), place.resourceGroup(), ""));
        sites.add(memories.of(spot, subject.lineage()));
        return sites.getLast();
    }

    private Verdict judge(Subject subject, Tags tags, SiteMemory site, Instant now) {
        int number = tags.size() > MOST_TAGS ? NONE : number(site, tags);
        int outcome = number == NONE ? Outcomes.OPEN : outcomes.of(compiled.get(number - 1), values, 0);
        if (outcome == Outcomes.OPEN) {
            return policy.judge(subject, now);
        }
        Verdict.Judged found = verdicts.of(outcome);
        return site.waivesNothing() || found.violations().isEmpty()
                ? found
                : new Waivers(policy.policy().exemptions(), subject, now).applyTo(found.violations());
    }

    /** The number of the rules for these tags, whose values are the next; negative where nothing is remembered. */
    private int number(SiteMemory site, Tags tags) {
        values.of(tags);
        int keySet = keySets.of(tags, tags.keysHash());
        if (keySet == Numbering.NONE) {
            return NONE;
        }
        int known = site.numberOf(keySet);
        return known != 0 ? known : compile(site, keySet);
    }

    private int compile(SiteMemory site, int keySet) {
        Optional<KeySetRules> rules = compiled.size() < MOST_COMPILED
                ? KeySetCompiler.compile(site.rules(), keysOf(keySets.at(keySet)), memory)
                : Optional.empty();
        rules.ifPresent(compiled::add);
        int number = rules.isPresent() ? compiled.size() : NONE;
        site.number(keySet, number);
        return number;
    }

    private static List<String> keysOf(Tags tags) {
        return IntStream.range(0, tags.size()).mapToObj(tags::key).toList();
    }
}
