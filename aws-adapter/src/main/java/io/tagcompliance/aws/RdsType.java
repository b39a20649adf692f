package io.tagcompliance.aws;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.Tag;

/** The types of RDS are alike: one call describes them page by page, tags included, and finds single ones by a filter. */
final class RdsType {
    private static final int PAGE = 100;

    private RdsType() {}

    /**
     * The row of a type.
     *
     * @param resource the word before the name in its ARNs
     * @param idFilter the filter of the call that takes names
     */
    static AwsType of(String resource, String idFilter, String operation, Describe describe) {
        Operation called = Operation.of(operation);
        Listing.PageOf page = (place, token) -> describe.of(new Ask(place, resource, List.of(), token));
        return AwsType.named("rds:" + resource, resource + ":")
                .listedBy(Listing.of(called, page))
                .foundBy((place, arns) -> {
                    List<String> names = arns.stream().map(Arn::name).toList();
                    List<Filter> named = List.of(
                            Filter.builder().name(idFilter).values(names).build());
                    return Page.all(called, token -> describe.of(new Ask(place, resource, named, token)));
                });
    }

    /** Makes the call. */
    @FunctionalInterface
    interface Describe {
        Page<Entry> of(Ask ask);
    }

    /** What the call is asked for: a page of all that there is, or what a filter names. */
    record Ask(Place place, String resource, List<Filter> filters, Token token) {
        /** Fills the fields of a request. */
        void into(Consumer<? super Collection<Filter>> filter, Consumer<Integer> maxRecords, Consumer<String> marker) {
            if (!filters.isEmpty()) {
                filter.accept(filters);
            }
            maxRecords.accept(PAGE);
            token.into(marker);
        }

        Entry entry(String name, List<Tag> tags) {
            return Entry.of(place.arn("rds", resource + ":" + name))
                    .called(name)
                    .tagged(Entry.tags(tags, Tag::key, Tag::value));
        }

        RdsClient client() {
            return place.client(RdsClient.class, RdsClient::builder);
        }
    }

    /** Whether something isn't on its way out. */
    static boolean remains(@Nullable String state) {
        return !"deleting".equals(state);
    }
}
