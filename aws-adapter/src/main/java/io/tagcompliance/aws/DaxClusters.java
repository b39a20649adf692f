package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.dax.DaxClient;
import software.amazon.awssdk.services.dax.model.DescribeClustersResponse;
import software.amazon.awssdk.services.dax.model.ListTagsResponse;
import software.amazon.awssdk.services.dax.model.Tag;

/** DAX clusters. The Tagging API does not know them. */
final class DaxClusters {
    private static final int PAGE = 100;
    private static final Operation TAGS = Operation.of("dax:ListTags");

    static final AwsType TYPE = AwsType.named("dax:cache", "cache/")
            .listedBy("dax:DescribeClusters", DaxClusters::page)
            .tagsOnlyBy(TAGS.name(), DaxClusters::tags);

    private DaxClusters() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeClustersResponse answer = client(place).describeClusters(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.clusters().stream()
                        .map(cluster -> Entry.of(cluster.clusterArn(), cluster.clusterName())
                                .inState(cluster.status()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(Page.all(TAGS, token -> tagsPage(place, arn, token)), Tag::key, Tag::value);
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListTagsResponse answer = client(place).listTags(request -> {
            request.resourceName(arn.toString());
            token.into(request::nextToken);
        });
        return Page.of(answer.tags(), answer.nextToken());
    }

    private static DaxClient client(Place place) {
        return place.client(DaxClient.class, DaxClient::builder);
    }
}
