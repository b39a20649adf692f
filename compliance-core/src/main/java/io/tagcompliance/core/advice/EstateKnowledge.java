package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.KeyKnowledge.Estate;
import io.tagcompliance.core.check.ParentTags;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.resource.TextPool;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What was found out about keys on the scans that somebody still holds, under the policy that was in force. Safe for many
 * threads.
 */
public final class EstateKnowledge {
    /** By the values of a scan, which are of that scan alone and cheap to compare: nothing in an entry holds them. */
    private final Map<TextPool, Entry> entries = new WeakHashMap<>();

    /** What is known of one scan. Each key is looked into when it is first asked about. */
    private record Entry(
            CompiledPolicy policy,
            Set<ScanId> parents,
            Bonds bonds,
            Map<String, KeyKnowledge> keys,
            Creators creators) {
        boolean isFor(CompiledPolicy wanted, ParentTags tags) {
            return policy == wanted && parents.equals(tags.scans());
        }
    }

    /** What is known of a scan. */
    OfScan of(ResourceColumns columns, ParentTags parents, CompiledPolicy policy) {
        Entry entry = known(columns).filter(one -> one.isFor(policy, parents)).orElseGet(() -> {
            Entry made =
                    new Entry(policy, parents.scans(), Bonds.of(columns), new ConcurrentHashMap<>(), new Creators());
            synchronized (this) {
                entries.put(columns.values(), made);
            }
            return made;
        });
        return new OfScan(new Estate(columns, entry.bonds(), parents, policy), entry.keys(), entry.creators());
    }

    private synchronized Optional<Entry> known(ResourceColumns columns) {
        return Optional.ofNullable(entries.get(columns.values()));
    }

    /**
     * What is known of one scan, beside the scan.
     *
     * @param creators who made what, as far as it was looked up
     */
    record OfScan(Estate estate, Map<String, KeyKnowledge> keys, Creators creators) {
        /** What is known of a key. Keys that the policy doesn't name come from strangers: nothing of them is remembered. */
        KeyKnowledge about(TagKey key) {
            return isOfPolicy(key)
                    ? keys.computeIfAbsent(key.folded(), absent -> new KeyKnowledge(estate, key))
                    : new KeyKnowledge(estate, key);
        }

        /** Whether the policy names a key. */
        boolean isOfPolicy(TagKey key) {
            TagPolicy policy = estate.policy().policy();
            return Stream.concat(
                            DemandedKeys.anywhere(policy).stream(),
                            policy.optional().stream().map(TagRule::key))
                    .anyMatch(one -> one.folded().equals(key.folded()));
        }
    }
}
