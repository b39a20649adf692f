package io.tagcompliance.aws;

import io.tagcompliance.policy.ResourceType;
import java.util.List;
import java.util.Map;

/**
 * A type of resource as a row: its name, the form of its ARNs, how a Region lists it, and where its tags are read. All
 * that is special about a type stands here; paging, failures, gaps and threads are the same for all.
 */
record AwsType(ResourceType type, Arn.Shape shape, Listing listing, TagSource tags) {

    /** How the resources of a Region are listed, a page at a time. */
    record Listing(Operation operation, PageOf page) {}

    /** Asks for the page of a listing that a token names. */
    @FunctionalInterface
    interface PageOf {
        Page<Entry> at(Place place, Token token);
    }

    /** Where the tags of a type are read. */
    sealed interface TagSource {}

    /** The list carries them. Single resources are looked up by the same call with a filter. */
    record Inline(Lookup lookup) implements TagSource {}

    /** Finds those of the ARNs that exist, in one call. */
    @FunctionalInterface
    interface Lookup {
        List<Entry> of(Place place, List<Arn> arns);
    }

    /**
     * The list carries none: the Tagging API knows them, and the service itself, one resource at a time.
     *
     * @param filter    the type in the spelling of the Tagging API
     * @param operation the service's own call
     */
    record Separate(String filter, Operation operation, TagsOf tagsOf) implements TagSource {}

    /** Asks the service for the tags of one resource; fails with a 404 where there is no such resource. */
    @FunctionalInterface
    interface TagsOf {
        Map<String, String> at(Place place, Arn arn);
    }

    /** The filters of the Tagging API for these types; none for those whose lists carry tags. */
    static List<String> filters(List<AwsType> types) {
        return types.stream()
                .map(AwsType::tags)
                .filter(Separate.class::isInstance)
                .map(source -> ((Separate) source).filter())
                .toList();
    }
}
