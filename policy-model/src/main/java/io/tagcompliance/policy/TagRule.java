package io.tagcompliance.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One demand on one key. Whether the key must be there, or is judged only where it is, depends on the list in which it
 * stands.
 *
 * @param id        names the rule in answers
 * @param demand    the key and its values
 * @param overrides what is demanded instead, by cloud
 * @param scope     the resources that the rule is about
 * @param leniency  when it lets a resource pass
 * @param severity  what a violation of it weighs
 * @param text      for people
 */
public record TagRule(
        RuleId id,
        Demand demand,
        Map<Cloud, CloudOverride> overrides,
        RuleScope scope,
        Leniency leniency,
        Severity severity,
        RuleText text)
        implements PolicyRule {

    public TagRule {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    }

    /** The key as it should be written, where no cloud asks for another one. */
    public TagKey key() {
        return demand.key();
    }

    /** The general demands on the value. */
    public List<ValueRule> values() {
        return demand.values();
    }

    /** This rule as it holds in a cloud: with the demand that was written for that cloud, if there is one. */
    public TagRule on(Cloud cloud) {
        CloudOverride override = overrides.get(cloud);
        return override == null || override.demand().equals(demand)
                ? this
                : new TagRule(id, override.demand(), overrides, scope, leniency, severity, text);
    }

    @Override
    public String subject() {
        return key().text();
    }
}
