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
 * @param rules       what it demands
 * @param naming      what every key and value must look like
 * @param exemptions  who may fail which rules, and until when
 * @param examples    cases with the verdict that its author expects
 * @param terminology the word for a tag, by cloud
 */
public record TagPolicy(
        PolicyHeader header,
        Set<Cloud> scope,
        PolicyRules rules,
        NamingRules naming,
        List<Exemption> exemptions,
        List<PolicyExample> examples,
        Map<Cloud, String> terminology) {

    public TagPolicy {
        scope = Collections.unmodifiableSet(new LinkedHashSet<>(scope));
        exemptions = List.copyOf(exemptions);
        examples = List.copyOf(examples);
        terminology = Collections.unmodifiableMap(new LinkedHashMap<>(terminology));
    }

    /** A policy of rules alone, about every cloud. */
    public static TagPolicy of(PolicyHeader header, PolicyRules rules, NamingRules naming) {
        return new TagPolicy(header, Set.of(), rules, naming, List.of(), List.of(), Map.of());
    }

    /** Rules whose key must be there. */
    public List<TagRule> required() {
        return rules.required();
    }

    /** Rules whose key is judged where it is there. */
    public List<TagRule> optional() {
        return rules.optional();
    }

    /** Whether the policy is about that cloud at all. */
    public boolean covers(Cloud cloud) {
        return scope.isEmpty() || scope.contains(cloud);
    }
}
