package io.tagcompliance.core.check;

import io.tagcompliance.core.check.UntaggedRequest.Missing;
import io.tagcompliance.core.check.UntaggedResources.Untagged;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what has no tags at all, or lacks certain ones; resources that were never tagged among them. */
public final class FindUntaggedResources {
    private final Sources sources;

    public FindUntaggedResources(Sources sources) {
        this.sources = sources;
    }

    /**
     * Looks through what the request names.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public UntaggedResources find(UntaggedRequest request, Patience patience) throws InterruptedException {
        Selection selection = Selection.read(sources, request.filter(), request.freshness(), patience);
        List<Untagged> untagged = selection.resources().stream()
                .map(resource -> judge(resource, request.missing(), selection))
                .flatMap(Optional::stream)
                .toList();
        int unknown = (int) selection.resources().stream()
                .filter(resource -> resource.tags() instanceof TagReading.Unknown)
                .count();
        return new UntaggedResources(
                selection.facts(), untagged, selection.resources().size(), unknown);
    }

    private static Optional<Untagged> judge(Resource resource, Missing missing, Selection selection) {
        return switch (resource.tags()) {
            case TagReading.Unknown unknown -> Optional.empty();
            case TagReading.Known known -> judge(resource, known.tags(), missing, selection);
        };
    }

    private static Optional<Untagged> judge(Resource resource, Tags tags, Missing missing, Selection selection) {
        List<TagKey> required = selection.policy().missingKeys(selection.subject(resource), tags);
        return switch (missing) {
            case Missing.AllTags all ->
                Optional.of(new Untagged(resource, required)).filter(found -> tags.hasNoneOfItsOwner());
            case Missing.AnyRequired any ->
                Optional.of(new Untagged(resource, required)).filter(found -> !required.isEmpty());
            case Missing.AnyOf anyOf ->
                Optional.of(new Untagged(resource, lacking(anyOf.keys(), tags, selection.policy())))
                        .filter(found -> !found.missing().isEmpty());
        };
    }

    private static List<TagKey> lacking(Set<TagKey> keys, Tags tags, CompiledPolicy policy) {
        return keys.stream()
                .filter(key -> !policy.carries(tags, key))
                .sorted(Comparator.comparing(TagKey::text))
                .toList();
    }
}
