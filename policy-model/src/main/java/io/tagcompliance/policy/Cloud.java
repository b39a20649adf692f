package io.tagcompliance.policy;

import java.util.Locale;

/** A cloud provider, by its short name in lower case: {@code aws}, {@code azure}, {@code gcp}, or another. */
public record Cloud(String id) implements Comparable<Cloud> {
    public static final Cloud AWS = new Cloud("aws");
    public static final Cloud AZURE = new Cloud("azure");
    public static final Cloud GCP = new Cloud("gcp");

    /** @throws IllegalArgumentException where the name is no word of letters, digits and hyphens */
    public Cloud {
        id = id.toLowerCase(Locale.ROOT);
        if (!isName(id)) {
            throw new IllegalArgumentException("a cloud is named by a word like aws, azure or gcp");
        }
    }

    /** Whether a text is the short name of a cloud, in lower case, as files have it. */
    public static boolean isName(String text) {
        return text.matches("[a-z][a-z0-9-]{0,31}");
    }

    @Override
    public int compareTo(Cloud other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
