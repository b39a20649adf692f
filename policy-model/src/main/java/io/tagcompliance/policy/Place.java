package io.tagcompliance.policy;

/**
 * Where a resource lies and what it is called, as far as a policy looks at that. An empty text: there is none, or nobody
 * knows; no restriction to certain ones covers it.
 *
 * @param account       AWS account, Azure subscription or Google Cloud project
 * @param region        in its cloud's own spelling
 * @param resourceGroup the group or stack
 * @param name          the short name, not unique
 */
public record Place(String account, String region, String resourceGroup, String name) {
    public static final Place UNKNOWN = new Place("", "", "", "");
}
