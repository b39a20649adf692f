package io.tagcompliance.policy;

/**
 * What is known of a resource type.
 *
 * @param service         the {@code ServiceName} that it has on a bill in the FOCUS format
 * @param readBy          the call that lists it, in its cloud's spelling; {@code none} where it isn't read yet
 * @param tagging         what writes its tags, or who says that it has none
 */
public record TypeEntry(
        Cloud cloud,
        ResourceType type,
        Category category,
        Spend spend,
        String service,
        String readBy,
        Tagging tagging) {
    /** Whether a resource of it can have tags. */
    public boolean isTaggable() {
        return tagging instanceof Tagging.WrittenBy;
    }
}
