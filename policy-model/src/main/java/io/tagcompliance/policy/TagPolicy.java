package io.tagcompliance.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tagging policy: immutable data, without a way to evaluate it (the core compiles it for that).
 *
 * @param header      version, name and date
 * @param scope       the clouds that it is about; empty = every cloud
 * @param required    rules whose key must be there
 * @param optional    rules whose key is judged where it is there
 * @param naming      what every key and value must look like
 * @param terminology the word for a tag, by cloud
 */
public record TagPolicy(
        PolicyHeader header,
        Set<Cloud> scope,
        List<TagRule> required,
        List<TagRule> optional,
        NamingRules naming,
        Map<Cloud, String> terminology) {
    public TagPolicy {
        scope = Collections.unmodifiableSet(new LinkedHashSet<>(scope));
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        terminology = Collections.unmodifiableMap(new LinkedHashMap<>(terminology));
    }

    /** Whether the policy is about that cloud at all. */
    public boolean covers(Cloud cloud) {
        return scope.isEmpty() || scope.contains(cloud);
    }
}
