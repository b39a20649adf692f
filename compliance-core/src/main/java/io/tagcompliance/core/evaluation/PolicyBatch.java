package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final Map<Whereabouts, SiteMemory> sites = new HashMap<>();
    private final SiteMemories memories;
    private final List<KeyNode> keySets = new ArrayList<>();
    private final List<KeySetRules> compiled = new ArrayList<>();
    private final BatchValues values = new BatchValues();
    private final Outcomes outcomes = new Outcomes(0);
    private final BatchVerdicts verdicts = new BatchVerdicts(outcomes, values);

    PolicyBatch(CompiledPolicy policy) {
        this.policy = policy;
        this.memory = new PolicyMemory(policy, BatchValues.MOST);
        this.memories = new SiteMemories(policy, MOST_KEY_SETS);
        keySets.add(KeyNode.root());
    }

    /** What decides which rules hold, names aside. */
    private record Whereabouts(Cloud cloud, String type, String account, String region, String group, Lineage lineage) {
        @Override
        public int hashCode() {
            return 31 * (31 * account.hashCode() + region.hashCode()) + type.hashCode();
        }

        /** Written out, for it is asked for every resource: what differs most comes first. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Whereabouts there
                    && account.equals(there.account)
                    && region.equals(there.region)
                    && type.equals(there.type)
                    && group.equals(there.group)
                    && cloud.id().equals(there.cloud.id())
                    && lineage.equals(there.lineage);
        }
    }

    /** The verdict on a resource, at that time. */
    public Verdict judge(Subject subject, Instant now) {
        Optional<SiteMemory> site = site(subject);
        if (site.isEmpty() || site.get().rules().rowByRow()) {
            return policy.judge(subject, now);
        }
        if (!site.get().demandAnything()) {
            return new Verdict.NotApplicable();
        }
        return switch (subject.tags()) {
            case TagReading.Unknown unknown -> new Verdict.NotEvaluated(unknown.failure());
            case TagReading.Known known -> judge(subject, known.tags(), site.get(), now);
        };
    }

    private Optional<SiteMemory> site(Subject subject) {
        Place place = memories.areSameEverywhere() ? Place.UNKNOWN : subject.place();
        Whereabouts here = new Whereabouts(
                subject.cloud(),
                subject.type().name(),
                place.account(),
                place.region(),
                place.resourceGroup(),
                subject.lineage());
        SiteMemory known = sites.get(here);
        if (known != null || sites.size() >= MOST_SITES) {
            return Optional.ofNullable(known);
        }
        SiteRules.Spot spot = new SiteRules.Spot(
                subject.cloud(), subject.type(), new Place(place.account(), place.region(), place.resourceGroup(), ""));
        SiteMemory site = memories.of(spot, subject.lineage());
        sites.put(here, site);
        return Optional.of(site);
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
        KeyNode node = keySets.getFirst();
        for (int index = 0; index < tags.size(); index++) {
            String key = tags.key(index);
            Optional<KeyNode> next = node.after(key);
            if (next.isEmpty() && keySets.size() >= MOST_KEY_SETS) {
                return NONE;
            }
            node = next.isPresent() ? next.get() : longer(node, key);
        }
        int known = site.numberOf(node.number());
        return known != 0 ? known : compile(site, node);
    }

    private KeyNode longer(KeyNode node, String key) {
        KeyNode next = node.add(key, keySets.size());
        keySets.add(next);
        return next;
    }

    private int compile(SiteMemory site, KeyNode node) {
        Optional<KeySetRules> rules = compiled.size() < MOST_COMPILED
                ? KeySetCompiler.compile(site.rules(), node.keys(), memory)
                : Optional.empty();
        rules.ifPresent(compiled::add);
        int number = rules.isPresent() ? compiled.size() : NONE;
        site.number(node.number(), number);
        return number;
    }
}
