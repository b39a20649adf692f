package io.tagcompliance.policy;

/**
 * What a policy says of itself.
 *
 * @param version     as the file has it
 * @param name        for people; empty where the file has none
 * @param lastUpdated an ISO-8601 instant as the file has it; empty where it has none
 */
public record PolicyHeader(String version, String name, String lastUpdated) {}
