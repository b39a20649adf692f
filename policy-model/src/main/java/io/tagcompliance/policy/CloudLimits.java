package io.tagcompliance.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What clouds let a key and a value be, from their documentation on tags and labels: AWS keys of 128 and values of 256
 * characters, {@code aws:} reserved; Azure keys of 512 and values of 256, without {@code <>%&\?/}; Google Cloud labels of 63,
 * lower case letters, digits, {@code _} and {@code -}, a key beginning with a letter.
 */
public final class CloudLimits {
    private static final Pattern GCP_KEY = Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}");
    private static final Pattern GCP_VALUE = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}");
    private static final Pattern AZURE_KEY = Pattern.compile("[^<>%&\\\\?/]{1,512}");

    private CloudLimits() {}

    /** Why the cloud has no such key; empty where it may have, or where its limits aren't known here. */
    public static Optional<String> refusal(Cloud cloud, TagKey key) {
        return switch (cloud.id()) {
            case "aws" ->
                when(
                        key.text().length() > 128 || key.isSystem(),
                        "keys have up to 128 characters and don't begin with aws:");
            case "azure" ->
                unless(
                        AZURE_KEY.matcher(key.text()).matches(),
                        "tag names have up to 512 characters, none of <>%&\\?/");
            case "gcp" ->
                unless(
                        GCP_KEY.matcher(key.text()).matches(),
                        "label keys have up to 63 lower case letters, digits, _ and -, and begin with a letter");
            default -> Optional.empty();
        };
    }

    /** Why the cloud has no such value; empty where it may have. Of a value with a wildcard, the rest is looked at. */
    public static Optional<String> refusal(Cloud cloud, AllowedValue value) {
        String text = value.text().replace("*", "");
        return switch (cloud.id()) {
            case "aws", "azure" -> when(text.length() > 256, "values have up to 256 characters");
            case "gcp" ->
                unless(
                        GCP_VALUE.matcher(text).matches(),
                        "label values have up to 63 lower case letters, digits, _ and -");
            default -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean refused, String why) {
        return refused ? Optional.of(why) : Optional.empty();
    }

    private static Optional<String> unless(boolean possible, String why) {
        return when(!possible, why);
    }
}
