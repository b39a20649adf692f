package io.tagcompliance.billing;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.policy.TagKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What was seen on the lines of a bill that a reader of its figures has to know. Confined to one thread. */
final class Oddities {
    /** In the case of the bill. */
    private final Set<String> keys = new HashSet<>();

    private boolean withoutProvider;
    private boolean withoutCategory;

    void haveKey(String key) {
        keys.add(key);
    }

    /** A line names no provider, and no form of an id tells its cloud. */
    void haveNoProvider() {
        withoutProvider = true;
    }

    /** A line has a charge category that its form doesn't know, or none. */
    void haveNoCategory() {
        withoutCategory = true;
    }

    /** Those keys that are asked about and were on no line in any case. */
    List<String> absent(BillQuery query) {
        Set<String> folded =
                keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return query.keys().stream()
                .filter(key -> !folded.contains(key.folded()))
                .map(TagKey::text)
                .toList();
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (withoutProvider) {
            notes.add(
                    "rows name no provider (ProviderName), and where no full resource id tells it, nobody knows which cloud"
                            + " they are of: what resources cost there isn't known, and whether they can be tagged");
        }
        if (withoutCategory) {
            notes.add("rows have a charge category that isn't one of FOCUS, or none, and count as usage");
        }
        return notes;
    }
}
