package io.tagcompliance.core.history;

/**
 * What has to be the same for two scans to stand on one line of a trend.
 *
 * @param scope  who looked at which part of which estate
 * @param policy the policy that was judged by, to the letter
 */
public record Line(String scope, String policy) {}
