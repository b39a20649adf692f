package io.tagcompliance.aws;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.Tag;

/** The types of RDS are alike: one call describes them page by page, tags included, and finds single ones by a filter. */
final class RdsType {
    private static final int PAGE = 100;

    /** What AWS Backup makes has the name of its maker before its own. */
    private static final String NAME = "((?:awsbackup:)?[^:/]+)";

    private RdsType() {}

    /**
     * The row of a type.
     *
     * @param resource the word before the name in its ARNs
     * @param idFilter  the filter of the call that takes names
     * @param describes the call, once for each kind that it tells apart
     */
    static AwsType of(String resource, String idFilter, String operation, Describe... describes) {
        Operation called = Operation.of(operation);
        String prefix = resource + ":";
        Listing listing = Stream.of(describes)
                .map(describe ->
                        Listing.of(called, (place, token) -> describe.of(new Ask(place, resource, List.of(), token))))
                .reduce(Listing::joined)
                .orElseThrow();
        return AwsType.named("rds:" + resource, prefix, NAME).listedBy(listing).foundBy((place, arns) -> {
            List<Filter> named = List.of(Filter.builder()
                    .name(idFilter)
                    .values(arns.stream()
                            .map(arn -> arn.resource().substring(prefix.length()))
                            .toList())
                    .build());
            return Stream.of(describes)
                    .flatMap(describe ->
                            Page.all(called, token -> describe.of(new Ask(place, resource, named, token))).stream())
                    .filter(Entry::remains)
                    .toList();
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
}
