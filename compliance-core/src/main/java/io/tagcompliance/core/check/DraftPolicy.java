package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.Rows;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.ScanReading;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.PolicyHeader;
import io.tagcompliance.policy.PolicyRules;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Drafts a policy from the tags that an estate really has, for a person to edit: keys that many resources carry, under the
 * spelling that most of them use.
 */
public final class DraftPolicy {
    /** A key on at least this share of the resources is drafted as required. */
    static final double OFTEN = 0.5;

    /** A key on at least this share is drafted as optional. */
    static final double SOMETIMES = 0.05;

    private static final int MOST_RULES = 40;

    private final Sources sources;

    public DraftPolicy(Sources sources) {
        this.sources = sources;
    }

    /**
     * A draft, and what it rests on.
     *
     * @param known   how many resources had tags that could be read, none at all included
     * @param unknown how many had not, and count for nothing
     */
    public record Draft(TagPolicy policy, int known, int unknown, Coverage coverage) {}

    /** Drafts from what the filter admits. */
    public Draft draft(ResourceFilter filter, Patience patience) throws InterruptedException {
        ScanReading reading = sources.scanner().read(filter.scope(), Freshness.REMEMBERED_WILL_DO, patience);
        ResourceColumns columns = reading.scan().columns();
        Rows rows = filter.in(columns);
        Map<String, KeyUse> uses = new TreeMap<>();
        int known = 0;
        for (int index = 0; index < rows.size(); index++) {
            if (columns.keySetOf(rows.row(index)) >= 0) {
                known++;
                columns.tags(rows.row(index)).forEach((key, value) -> note(key, value, uses));
            }
        }
        Scan scan = reading.scan();
        return new Draft(
                policy(uses, known),
                known,
                rows.size() - known,
                new Coverage(scan.gaps(), Map.of(), scan.censuses(), scan.regions()));
    }

    private static void note(String key, String value, Map<String, KeyUse> uses) {
        if (!key.isBlank() && !new TagKey(key).isSystem()) {
            uses.computeIfAbsent(KeyUse.fold(key), absent -> new KeyUse()).note(key, value);
        }
    }

    private TagPolicy policy(Map<String, KeyUse> uses, int known) {
        List<KeyUse> common = uses.values().stream()
                .filter(KeyUse::isDraftable)
                .filter(use -> use.share(known) >= SOMETIMES)
                .sorted(Comparator.comparingInt((KeyUse use) -> -use.resources())
                        .thenComparing(KeyUse::spelling))
                .limit(MOST_RULES)
                .toList();
        List<TagRule> required = common.stream()
                .filter(use -> use.share(known) >= OFTEN)
                .map(use -> use.rule(known))
                .toList();
        List<TagRule> optional = common.stream()
                .filter(use -> use.share(known) < OFTEN)
                .map(use -> use.rule(known))
                .toList();
        String today = sources.clock().instant().truncatedTo(ChronoUnit.DAYS).toString();
        return TagPolicy.of(
                new PolicyHeader("3.0", "Draft", today), PolicyRules.of(required, optional), NamingRules.NONE);
    }
}
