package io.tagcompliance.core.evaluation;

import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How one cloud calls the keys of a policy: by the first rule for a key that has another name for it there. */
final class CloudKeys {
    private final KeyCase keyCase;
    private final Map<String, TagKey> names = new HashMap<>();

    CloudKeys(TagPolicy policy, Cloud cloud) {
        this.keyCase = policy.naming().keyCase();
        Stream.concat(policy.required().stream(), policy.optional().stream()).forEach(rule -> note(rule, cloud));
    }

    private void note(TagRule rule, Cloud cloud) {
        TagKey there = rule.on(cloud).key();
        if (!there.equals(rule.key())) {
            names.putIfAbsent(name(rule.key()), there);
        }
    }

    /** The key as the cloud has it. */
    TagKey of(TagKey key) {
        return names.getOrDefault(name(key), key);
    }

    /** The same, and whether its case counts. */
    TagTest.Key counting(TagKey key) {
        return new TagTest.Key(of(key), keyCase);
    }

    private String name(TagKey key) {
        return keyCase == KeyCase.SENSITIVE ? key.text() : key.folded();
    }
}
