package io.tagcompliance.aws;

import io.tagcompliance.policy.ResourceType;
import java.util.List;
import java.util.Map;

/**
 * A type of resource as a row: its name, the form of its ARNs, how a place lists it, where its tags are read, and whether
 * it lies in a Region. All that is special about a type stands here; paging, failures, gaps and threads are the same for
 * all.
 */
record AwsType(ResourceType type, Arn.Shape shape, Listing listing, TagSource tags, Reach reach) {

    /** One that lies in a Region, as nearly all do. */
    AwsType(ResourceType type, Arn.Shape shape, Listing listing, TagSource tags) {
        this(type, shape, listing, tags, Reach.REGIONAL);
    }

    /** Where resources of a type lie. */
    enum Reach {
        /** Each in a Region, which lists it. */
        REGIONAL,
        /** In none: one Region of the partition lists them all. */
        GLOBAL
    }

    /** Where the tags of a type are read. */
    sealed interface TagSource {}

    /** The list carries them. Single resources are looked up by the same call, mostly with a filter. */
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
}
