package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.memorydb.MemoryDbClient;
import software.amazon.awssdk.services.memorydb.model.DescribeClustersResponse;
import software.amazon.awssdk.services.memorydb.model.Tag;

/** MemoryDB clusters. */
final class MemoryDbClusters {
    private static final int PAGE = 100;

    static final AwsType TYPE = AwsType.named("memorydb:cluster", "cluster/")
            .listedBy("memorydb:DescribeClusters", MemoryDbClusters::page)
            .tagsBy("memorydb:ListTags", MemoryDbClusters::tags);

    private MemoryDbClusters() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeClustersResponse answer = client(place).describeClusters(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.clusters().stream()
                        .map(cluster -> Entry.of(cluster.arn(), cluster.name()).inState(cluster.status()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTags(request -> request.resourceArn(arn.toString()))
                        .tagList(),
                Tag::key,
                Tag::value);
    }

    private static MemoryDbClient client(Place place) {
        return place.client(MemoryDbClient.class, MemoryDbClient::builder);
    }
}
