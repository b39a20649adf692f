package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.util.List;

/**
 * The figures of parts of the estate. Each list holds every part, the most non-compliant resources first, then by name.
 *
 * @param byCloud   of every cloud that was looked at, found empty or not
 * @param byType    of every type found
 * @param byAccount of every account found
 * @param byRegion  of every region found, cloud by cloud
 * @param byTag     of every key that a violation is about
 */
public record Breakdown(
        List<Part<Cloud>> byCloud,
        List<Part<ResourceType>> byType,
        List<Part<AccountId>> byAccount,
        List<Part<Region>> byRegion,
        List<TagFigures> byTag) {

    /** A part of the estate and its figures. */
    public record Part<T>(Cloud cloud, T part, Figures figures) {}

    /**
     * What is wrong with one key.
     *
     * @param tag       the key of a rule; {@code *} for the naming rules, which are about every key
     * @param rule      the id of the rule
     * @param resources that violate it
     * @param missing   of these, where the key isn't there at all
     */
    public record TagFigures(String tag, String rule, int resources, int missing) {}
}
