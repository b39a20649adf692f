package io.tagcompliance.server.tool;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.policy.Nearest;
import io.tagcompliance.policy.TagKey;
import java.util.List;
import java.util.Optional;

/** What keys of tags were meant that nothing has: who asks about one that isn't there would be told of nothing, at length. */
public record Slips(List<String> valid) {
    /** Copies the keys. */
    public Slips {
        valid = List.copyOf(valid);
    }

    /** Those that the policy in force doesn't have. */
    public static Slips against(TagCompliance compliance) {
        return new Slips(compliance.attribution().spellings().stream()
                .map(TagKey::text)
                .sorted()
                .toList());
    }

    /** The key of the policy that is near this one; empty where the policy has this one, or none that is near. */
    public Optional<String> meantBy(String key) {
        return valid.stream().anyMatch(key::equalsIgnoreCase) ? Optional.empty() : Nearest.to(key, valid);
    }

    /**
     * Refuses a key that nothing has, where another was meant.
     *
     * @param field   the argument that it stands in
     * @param nothing what doesn't have it: {@code no row of the bill has this key}
     * @throws RefusalException where another was meant
     */
    void refuse(String key, String field, String nothing) {
        meantBy(key).ifPresent(near -> {
            throw RefusalException.invalid(
                    field,
                    nothing + ", nor has the policy; did you mean '" + near + "'? (given: " + Given.of(key) + ")");
        });
    }
}
