package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kafka.model.Cluster;
import software.amazon.awssdk.services.kafka.model.ListClustersV2Response;

/** Clusters of managed Kafka, with and without servers. */
final class KafkaClusters {
    private static final int PAGE = 100;

    static final AwsType TYPE = AwsType.named("kafka:cluster", "cluster/", "([^/]+)/[^/]+")
            .listedBy("kafka:ListClustersV2", KafkaClusters::page)
            .withTags(Operation.of("kafka:ListTagsForResource"), KafkaClusters::tags);

    private KafkaClusters() {}

    private static Page<Entry> page(Place place, Token token) {
        ListClustersV2Response answer = client(place).listClustersV2(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.clusterInfoList().stream().map(KafkaClusters::entry).toList(), answer.nextToken());
    }

    private static Entry entry(Cluster cluster) {
        return Entry.of(cluster.clusterArn(), cluster.clusterName())
                .createdAt(cluster.creationTime())
                .inState(cluster.stateAsString())
                .tagged(cluster.tags());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place)
                .listTagsForResource(request -> request.resourceArn(arn.toString()))
                .tags();
    }

    private static KafkaClient client(Place place) {
        return place.client(KafkaClient.class, KafkaClient::builder);
    }
}
