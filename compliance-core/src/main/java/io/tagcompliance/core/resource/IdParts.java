package io.tagcompliance.core.resource;

/**
 * The text of an id in two parts: what comes before its last {@code /} or {@code :}, that included, which many ids share, and
 * the rest.
 */
record IdParts(String shared, String own) {
    static IdParts of(String id) {
        int cut = cut(id);
        return new IdParts(id.substring(0, cut), id.substring(cut));
    }

    /** Where the second part begins. */
    static int cut(String id) {
        return Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1;
    }
}
