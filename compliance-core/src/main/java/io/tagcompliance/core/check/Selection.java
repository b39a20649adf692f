package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.ColumnVerdicts;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.Rows;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.scan.EstateScanner;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.ScanReading;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.Cloud;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The resources that a question is about, as rows of a scan, with the policy to judge them by. */
record Selection(
        ResourceColumns columns,
        Rows rows,
        ScanFacts facts,
        CompiledPolicy policy,
        ColumnVerdicts verdicts,
        Set<Cloud> lookedAt,
        Instant judgedAt) {

    /** Reads what the filter asks for. */
    static Selection read(Sources sources, ResourceFilter filter, Freshness freshness, Patience patience)
            throws InterruptedException {
        CompiledPolicies.InForce inForce = sources.policies().current();
        ScanReading reading = sources.scanner().read(filter.scope(), freshness, patience);
        ResourceColumns columns = reading.scan().columns();
        Rows rows = filter.in(columns);
        Ancestry ancestry = Ancestry.read(sources, inForce.compiled().policy(), filter.scope(), patience);
        ColumnVerdicts verdicts = sources.policies().verdicts(inForce, columns, ancestry);
        Instant now = sources.clock().instant();
        Set<Cloud> configured = configured(sources.scanner());
        Set<ScanGap> gaps = new LinkedHashSet<>(reading.scan().gaps());
        filter.scope().clouds().stream()
                .filter(cloud -> !configured.contains(cloud))
                .sorted()
                .forEach(cloud -> gaps.add(notConfigured(cloud)));
        ScanFacts facts = new ScanFacts(
                reading.scan().id(),
                reading.scan().takenAt(),
                reading.readFrom(),
                new Coverage(
                        List.copyOf(gaps),
                        unknownTags(columns, rows, verdicts.lackingParents(columns, rows, now)),
                        reading.scan().censuses(),
                        reading.scan().regions()),
                inForce.source());
        configured.removeIf(cloud -> !filter.scope().includes(cloud));
        return new Selection(columns, rows, facts, inForce.compiled(), verdicts, configured, now);
    }

    /** The verdict on one row. */
    Verdict judge(int row) {
        return verdicts.verdict(columns, row, judgedAt);
    }

    /** A cloud that is asked for and not configured was not read: a gap, and neither 0 % nor 100 %. */
    private static ScanGap notConfigured(Cloud cloud) {
        ReadFailure failure =
                new ReadFailure(ReadFailure.Kind.UNSUPPORTED, cloud + ":scan", "no configured source reads this cloud");
        return new ScanGap(new Extent.OfCloud(cloud), failure, ScanGap.Kept.NOTHING);
    }

    private static Map<ReadFailure, Integer> unknownTags(
            ResourceColumns columns, Rows rows, Map<ReadFailure, Integer> ofParents) {
        Map<ReadFailure, Integer> unknown = new HashMap<>(ofParents);
        for (int index = 0; !columns.knowsAllTags() && index < rows.size(); index++) {
            int keySet = columns.keySetOf(rows.row(index));
            if (keySet < 0) {
                unknown.merge(columns.failure(keySet), 1, Integer::sum);
            }
        }
        return unknown;
    }

    private static Set<Cloud> configured(EstateScanner scanner) {
        Set<Cloud> clouds = new TreeSet<>();
        scanner.providers().stream().map(CloudProvider::cloud).forEach(clouds::add);
        return clouds;
    }
}
