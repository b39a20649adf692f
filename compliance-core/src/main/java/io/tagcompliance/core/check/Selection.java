package io.tagcompliance.core.check;

import static java.util.stream.Collectors.toMap;

import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.EstateScanner;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.ScanReading;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.Cloud;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The resources that a question is about, read, with the policy to judge them by. */
record Selection(
        List<Resource> resources,
        ScanFacts facts,
        CompiledPolicy policy,
        Set<Cloud> lookedAt,
        Ancestry ancestry,
        Instant judgedAt) {

    /** Reads what the filter asks for. */
    static Selection read(Sources sources, ResourceFilter filter, Freshness freshness, Patience patience)
            throws InterruptedException {
        CompiledPolicies.InForce inForce = sources.policies().current();
        ScanReading reading = sources.scanner().read(filter.scope(), freshness, patience);
        List<Resource> resources =
                reading.scan().resources().stream().filter(filter::admits).toList();
        Ancestry ancestry = Ancestry.read(
                sources, inForce.compiled().policy(), filter.scope().clouds(), patience);
        Set<Cloud> configured = configured(sources.scanner());
        Set<ScanGap> gaps = new LinkedHashSet<>(reading.scan().gaps());
        gaps.addAll(ancestry.gaps());
        filter.scope().clouds().stream()
                .filter(cloud -> !configured.contains(cloud))
                .sorted()
                .forEach(cloud -> gaps.add(notConfigured(cloud)));
        ScanFacts facts = new ScanFacts(
                reading.scan().id(),
                reading.scan().takenAt(),
                reading.readFrom(),
                new Coverage(List.copyOf(gaps), unknownTags(resources)),
                inForce.source());
        configured.removeIf(cloud -> !filter.scope().includes(cloud));
        return new Selection(
                resources,
                facts,
                inForce.compiled(),
                configured,
                ancestry,
                sources.clock().instant());
    }

    Verdict judge(Resource resource) {
        return policy.judge(subject(resource), judgedAt);
    }

    Subject subject(Resource resource) {
        return Subject.of(resource, ancestry.of(resource));
    }

    /** A cloud that is asked for and not configured was not read: a gap, and neither 0 % nor 100 %. */
    private static ScanGap notConfigured(Cloud cloud) {
        ReadFailure failure =
                new ReadFailure(ReadFailure.Kind.UNSUPPORTED, cloud + ":scan", "no configured source reads this cloud");
        return new ScanGap(new Extent.OfCloud(cloud), failure, ScanGap.Kept.NOTHING);
    }

    private static Map<ReadFailure, Integer> unknownTags(List<Resource> resources) {
        return resources.stream()
                .map(Resource::tags)
                .filter(TagReading.Unknown.class::isInstance)
                .collect(toMap(unknown -> ((TagReading.Unknown) unknown).failure(), one -> 1, Integer::sum));
    }

    private static Set<Cloud> configured(EstateScanner scanner) {
        Set<Cloud> clouds = new TreeSet<>();
        scanner.providers().stream().map(CloudProvider::cloud).forEach(clouds::add);
        return clouds;
    }
}
