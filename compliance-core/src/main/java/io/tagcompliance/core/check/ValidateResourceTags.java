package io.tagcompliance.core.check;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.resource.IdReading;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TagPolicy;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of single resources whether they comply, and of proposed tags whether they would. Never scans. */
public final class ValidateResourceTags {
    private final Sources sources;

    public ValidateResourceTags(Sources sources) {
        this.sources = sources;
    }

    /**
     * Validates existing resources, each judged by itself: a text that is no identifier spoils only its own row.
     *
     * @param ids full identifiers of any cloud, at most 100, as they came from outside
     */
    public ResourceValidation validate(List<String> ids) throws InterruptedException {
        CompiledPolicies.InForce inForce = sources.policies().current();
        Map<String, IdReading> readings = new LinkedHashMap<>();
        ids.forEach(text -> readings.computeIfAbsent(text, IdReading::of));
        Map<ResourceId, Finding> findings = find(readings.values().stream()
                .filter(IdReading.Valid.class::isInstance)
                .map(valid -> ((IdReading.Valid) valid).id())
                .distinct()
                .toList());
        Ancestry ancestry = ancestry(findings, inForce.compiled().policy());
        Judge judge = new Judge(inForce.compiled(), ancestry, sources.clock().instant());
        List<Validation> rows = ids.stream()
                .map(text -> row(text, requireNonNull(readings.get(text)), findings, judge))
                .toList();
        return new ResourceValidation(rows, inForce.source());
    }

    /** Only of what was found, so that nobody is asked about the parents of nothing. */
    private Ancestry ancestry(Map<ResourceId, Finding> findings, TagPolicy policy) throws InterruptedException {
        List<Resource> found = findings.values().stream()
                .filter(Finding.Found.class::isInstance)
                .map(one -> ((Finding.Found) one).resource())
                .toList();
        return found.isEmpty()
                ? Ancestry.NONE
                : Ancestry.read(sources, policy, Ancestry.scopeOf(found), Patience.UNLIMITED);
    }

    /** Validates tags that resources would have. */
    public ResourceValidation validateProposed(List<Proposal> proposals) {
        CompiledPolicies.InForce inForce = sources.policies().current();
        List<Validation> rows = proposals.stream()
                .<Validation>map(proposal -> new Validation.WouldBe(
                        proposal,
                        inForce.compiled()
                                .judge(proposal.subject(), sources.clock().instant())))
                .toList();
        return new ResourceValidation(rows, inForce.source());
    }

    /** Judges by a policy as it is at one time. */
    private record Judge(CompiledPolicy policy, Ancestry ancestry, Instant now) {
        Verdict of(Resource resource) {
            return policy.judge(Subject.of(resource, ancestry.of(resource)), now);
        }
    }

    private static Validation row(String text, IdReading reading, Map<ResourceId, Finding> findings, Judge judge) {
        return switch (reading) {
            case IdReading.Invalid invalid -> new Validation.NoIdentifier(text, invalid.reason());
            case IdReading.Valid valid -> judged(requireNonNull(findings.get(valid.id())), judge);
        };
    }

    private static Validation judged(Finding finding, Judge judge) {
        return switch (finding) {
            case Finding.Found found -> new Validation.Evaluated(found.resource(), judge.of(found.resource()));
            case Finding.Absent absent -> new Validation.Absent(absent.id());
            case Finding.Unreadable unreadable -> new Validation.Unreadable(unreadable.id(), unreadable.failure());
        };
    }

    private Map<ResourceId, Finding> find(List<ResourceId> ids) throws InterruptedException {
        Map<ResourceId, Finding> findings = new HashMap<>();
        Map<Cloud, List<ResourceId>> byCloud = ids.stream().collect(groupingBy(ResourceId::cloud));
        for (CloudProvider provider : sources.scanner().providers()) {
            List<ResourceId> own = byCloud.getOrDefault(provider.cloud(), List.of());
            if (!own.isEmpty()) {
                find(own, provider)
                        .forEach(finding -> findings.merge(finding.id(), finding, ValidateResourceTags::better));
            }
        }
        ids.forEach(id -> findings.putIfAbsent(id, notConfigured(id)));
        return findings;
    }

    /** A cloud that can't be asked at all leaves the rows of the others as they are. */
    private static List<Finding> find(List<ResourceId> ids, CloudProvider provider) throws InterruptedException {
        try {
            return provider.inventory().find(ids);
        } catch (CloudException failed) {
            return ids.stream()
                    .<Finding>map(id -> new Finding.Unreadable(id, failed.failure()))
                    .toList();
        }
    }

    /**
     * Two sources may serve one cloud: what one of them found counts; what one of them could not read is not known to be
     * absent, whatever the other says.
     */
    private static Finding better(Finding one, Finding other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(Finding finding) {
        return switch (finding) {
            case Finding.Found found -> 2;
            case Finding.Unreadable unreadable -> 1;
            case Finding.Absent absent -> 0;
        };
    }

    private static Finding notConfigured(ResourceId id) {
        return new Finding.Unreadable(
                id, new ReadFailure(Kind.UNSUPPORTED, id.cloud() + ":find", "no configured source reads this cloud"));
    }
}
