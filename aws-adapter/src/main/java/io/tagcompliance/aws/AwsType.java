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

    /** Single resources are asked for one by one, with a call of their own. */
    sealed interface Single extends TagSource {
        Operation operation();

        TagsOf tagsOf();
    }

    /** The list carries them, but takes no filter. */
    record Carried(Operation operation, TagsOf tagsOf) implements Single {}

    /** The list carries none. */
    sealed interface Apart extends Single {}

    /**
     * The Tagging API knows them.
     *
     * @param filter    the type in the spelling of the Tagging API
     * @param operation the service's own call
     */
    record Separate(String filter, Operation operation, TagsOf tagsOf) implements Apart {}

    /** The Tagging API doesn't know them: only the service does, one resource at a time. */
    record OneByOne(Operation operation, TagsOf tagsOf) implements Apart {}

    /** Asks the service for the tags of one resource; fails with a 404 where there is no such resource. */
    @FunctionalInterface
    interface TagsOf {
        Map<String, String> at(Place place, Arn arn);
    }

    /** Begins the row of a type whose ARNs have that prefix and then a single word. Types are called after their ARNs. */
    static Draft named(String type, String prefix) {
        return new Draft(new ResourceType(type), new Arn.Shape(serviceOf(type), prefix), Reach.REGIONAL);
    }

    /** Begins the row of a type whose ARNs have that prefix and then a name of that pattern, its first group for people. */
    static Draft named(String type, String prefix, String name) {
        return new Draft(new ResourceType(type), new Arn.Shape(serviceOf(type), prefix, name), Reach.REGIONAL);
    }

    private static String serviceOf(String type) {
        return type.substring(0, type.indexOf(':'));
    }

    /** A row of which the name and the ARN are known. */
    record Draft(ResourceType type, Arn.Shape shape, Reach reach) {
        /** The same for what lies in no Region. */
        Draft global() {
            return new Draft(type, shape, Reach.GLOBAL);
        }

        Listed listedBy(String operation, Listing.PageOf page) {
            return listedBy(Listing.of(Operation.of(operation), page));
        }

        Listed listedBy(Listing listing) {
            return new Listed(this, listing);
        }
    }

    /** A row that lacks nothing but the source of tags. */
    record Listed(Draft draft, Listing listing) {
        AwsType foundBy(Lookup lookup) {
            return with(new Inline(lookup));
        }

        /** The list carries the tags; a single resource is asked for by that call. */
        AwsType withTags(Operation operation, TagsOf tagsOf) {
            return with(new Carried(operation, tagsOf));
        }

        /** The Tagging API knows the tags, and calls the type as we do. */
        AwsType tagsBy(String operation, TagsOf tagsOf) {
            return tagsBy(draft.type().name(), operation, tagsOf);
        }

        /** The Tagging API knows the tags, and calls the type by that name. */
        AwsType tagsBy(String filter, String operation, TagsOf tagsOf) {
            return with(new Separate(filter, Operation.of(operation), tagsOf));
        }

        /** Nobody but the service knows the tags. */
        AwsType tagsOnlyBy(String operation, TagsOf tagsOf) {
            return with(new OneByOne(Operation.of(operation), tagsOf));
        }

        private AwsType with(TagSource tags) {
            return new AwsType(draft.type(), draft.shape(), listing, tags, draft.reach());
        }
    }
}
