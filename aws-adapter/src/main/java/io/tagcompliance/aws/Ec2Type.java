package io.tagcompliance.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * The types of EC2 are all alike: one call describes them page by page, tags included, and with a filter for ids it finds
 * single ones. By filter, since one missing id in a list of ids would spoil the answer for all.
 */
final class Ec2Type {
    private static final int PAGE = 1000;

    private Ec2Type() {}

    /**
     * The row of a type.
     *
     * @param resource the word before the slash in its ARNs
     * @param idFilter the filter of the call that takes ids
     */
    static AwsType of(String resource, String idFilter, String operation, Describe describe) {
        Operation called = Operation.of(operation);
        Listing.PageOf page = (place, token) -> describe.of(new Ask(place, resource, List.of(), token));
        return AwsType.named("ec2:" + resource, resource + "/")
                .listedBy(Listing.of(called, page))
                .foundBy((place, arns) -> {
                    List<String> ids = arns.stream().map(Arn::name).toList();
                    List<Filter> named = List.of(filter(idFilter, ids));
                    return Page.all(called, token -> describe.of(new Ask(place, resource, named, token))).stream()
                            .filter(Entry::remains)
                            .toList();
                });
    }

    private static Filter filter(String name, List<String> values) {
        return Filter.builder().name(name).values(values).build();
    }

    /** Makes the call. */
    @FunctionalInterface
    interface Describe {
        Page<Entry> of(Ask ask);
    }

    /** What the call is asked for: a page of all that there is, or what a filter names. */
    record Ask(Place place, String resource, List<Filter> filters, Token token) {
        /** The same, only in states in which it is a resource. */
        Ask filteredBy(String name, String... values) {
            List<Filter> more = new ArrayList<>(filters);
            more.add(filter(name, List.of(values)));
            return new Ask(place, resource, more, token);
        }

        /** Fills the fields of a request. */
        void into(
                Consumer<? super Collection<Filter>> filter, Consumer<Integer> maxResults, Consumer<String> nextToken) {
            into(filter);
            maxResults.accept(PAGE);
            token.into(nextToken);
        }

        /** Fills the only field of a request that knows no pages. */
        void into(Consumer<? super Collection<Filter>> filter) {
            if (!filters.isEmpty()) {
                filter.accept(filters);
            }
        }

        /** One that people know by its tag Name. */
        Entry entry(String id, List<Tag> tags) {
            Map<String, String> carried = Entry.tags(tags, Tag::key, Tag::value);
            return Entry.of(place.arn("ec2", resource + "/" + id))
                    .called(carried.getOrDefault("Name", id))
                    .tagged(carried);
        }

        /** Whether it belongs to this account: lists hold what others share with it, too. */
        boolean owns(@Nullable String owner) {
            return owner == null || owner.equals(place.account().id().text());
        }

        Ec2Client client() {
            return Ec2Type.client(place);
        }
    }

    /** Keeps what is in none of those states. */
    static boolean remains(@Nullable String state, Set<String> gone) {
        return state == null || !gone.contains(state);
    }

    static Ec2Client client(Place place) {
        return place.client(Ec2Client.class, Ec2Client::builder);
    }
}
