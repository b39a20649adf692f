package io.tagcompliance.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of a policy.
 *
 * @param required       rules whose key must be there
 * @param optional       rules whose key is judged where it is there
 * @param conditional    rules across tags
 * @param prohibited     keys that may not be there
 * @param allocationKeys the required keys by which money is split, in order
 * @param valueLists     lists of values that rules share, by name
 */
public record PolicyRules(
        List<TagRule> required,
        List<TagRule> optional,
        List<ConditionalRule> conditional,
        List<ProhibitedTag> prohibited,
        List<TagKey> allocationKeys,
        Map<String, ValueList> valueLists) {

    public PolicyRules {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        conditional = List.copyOf(conditional);
        prohibited = List.copyOf(prohibited);
        allocationKeys = List.copyOf(allocationKeys);
        valueLists = Collections.unmodifiableMap(new LinkedHashMap<>(valueLists));
    }

    /** Rules about single keys, and nothing else. */
    public static PolicyRules of(List<TagRule> required, List<TagRule> optional) {
        return new PolicyRules(required, optional, List.of(), List.of(), List.of(), Map.of());
    }

    /** Every rule, in the order of the lists above. */
    public Stream<PolicyRule> all() {
        return Stream.of(required, optional, conditional, prohibited).flatMap(List::stream);
    }
}
