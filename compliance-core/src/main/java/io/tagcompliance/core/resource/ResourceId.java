package io.tagcompliance.core.resource;

import io.tagcompliance.policy.Cloud;
import java.util.Locale;

/**
 * The provider's full identifier of a resource: an ARN, an Azure resource id, a Google Cloud full resource name.
 *
 * <p>Azure compares ids without regard to case, and so do two of these; the others are compared to the letter. Nothing
 * is ever keyed by a short name, since those repeat across regions.
 */
public record ResourceId(Cloud cloud, String text) implements Comparable<ResourceId> {
    /** The longest id that is read, in characters: above what any of the providers makes. */
    public static final int LONGEST = 2048;

    /** @throws IllegalArgumentException where the text is blank or longer than {@link #LONGEST} */
    public ResourceId {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a resource id has 1 to " + LONGEST + " characters");
        }
    }

    /** The form by which ids of one cloud are told apart and ordered. */
    public String comparable() {
        return cloud.equals(Cloud.AZURE) ? folded(text) : text;
    }

    /** An id, or a part of one, in the form in which Azure's are compared. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceId id
                && cloud.equals(id.cloud)
                && comparable().equals(id.comparable());
    }

    @Override
    public int hashCode() {
        return comparable().hashCode();
    }

    @Override
    public int compareTo(ResourceId other) {
        int byCloud = cloud.compareTo(other.cloud);
        return byCloud != 0 ? byCloud : comparable().compareTo(other.comparable());
    }

    @Override
    public String toString() {
        return text;
    }
}
