package io.tagcompliance.billing;

import io.tagcompliance.policy.Cloud;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who is behind the names that bills have for providers. */
final class Providers {
    /** What stands for a cloud that nobody names. */
    static final Cloud NOBODY = new Cloud("unknown");

    private static final Map<String, Cloud> BY_FIRST_WORD = Map.of(
            "aws", Cloud.AWS,
            "amazon", Cloud.AWS,
            "microsoft", Cloud.AZURE,
            "azure", Cloud.AZURE,
            "google", Cloud.GCP,
            "gcp", Cloud.GCP);
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 32;

    private Providers() {}

    /** Whether two names are of one company, whose parts in several countries have more words: by the first of them. */
    static boolean areOne(String name, String other) {
        Optional<Cloud> known = known(name);
        String first = firstWord(words(name));
        if (known.isPresent() || first.isEmpty()) {
            return known.isPresent() ? known.equals(known(other)) : name.strip().equals(other.strip());
        }
        return first.equals(firstWord(words(other)));
    }

    /** The cloud of a provider; one that isn't known is named by its own words. */
    static Cloud cloud(String provider) {
        return known(provider).orElseGet(() -> named(words(provider)));
    }

    private static Cloud named(String words) {
        String name = words.substring(0, Math.min(words.length(), LONGEST));
        return Cloud.isName(name) ? new Cloud(name) : NOBODY;
    }

    /** The cloud of a provider, if it is one of those that are known. */
    static Optional<Cloud> known(String provider) {
        return Optional.ofNullable(BY_FIRST_WORD.get(firstWord(words(provider))));
    }

    private static String words(String provider) {
        return NO_WORD.matcher(provider.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    private static String firstWord(String words) {
        int end = words.indexOf('-');
        return end < 0 ? words : words.substring(0, end);
    }
}
