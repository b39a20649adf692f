package io.tagcompliance.policy.json;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sets of field names that keep the order in which messages list them. */
final class Names {
    private Names() {}

    static Set<String> of(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(names)));
    }

    /** All of these, one set after the other. */
    @SafeVarargs
    static Set<String> of(Set<String>... sets) {
        Set<String> names = new LinkedHashSet<>();
        for (Set<String> set : sets) {
            names.addAll(set);
        }
        return Collections.unmodifiableSet(names);
    }
}
