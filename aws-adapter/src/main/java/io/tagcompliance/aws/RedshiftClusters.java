package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;
import software.amazon.awssdk.services.redshift.model.Tag;

/** Redshift clusters. */
final class RedshiftClusters {
    private static final int PAGE = 100;
    private static final Operation DESCRIBE = Operation.of("redshift:DescribeClusters");

    static final AwsType TYPE = AwsType.named("redshift:cluster", "cluster:")
            .listedBy(DESCRIBE.name(), RedshiftClusters::page)
            .withTags(DESCRIBE, RedshiftClusters::tags);

    private RedshiftClusters() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeClustersResponse answer = client(place).describeClusters(request -> {
            request.maxRecords(PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.clusters().stream().map(cluster -> entry(place, cluster)).toList(), answer.marker());
    }

    private static Entry entry(Place place, Cluster cluster) {
        return Entry.of(place.arn("redshift", "cluster:" + cluster.clusterIdentifier()))
                .createdAt(cluster.clusterCreateTime())
                .inState(cluster.clusterStatus())
                .tagged(Entry.tags(cluster.tags(), Tag::key, Tag::value));
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place).describeClusters(request -> request.clusterIdentifier(arn.name())).clusters().stream()
                .filter(cluster -> !Entry.isGone(cluster.clusterStatus()))
                .findFirst()
                .map(cluster -> Entry.tags(cluster.tags(), Tag::key, Tag::value))
                .orElseThrow(AwsFailures::absent);
    }

    private static RedshiftClient client(Place place) {
        return place.client(RedshiftClient.class, RedshiftClient::builder);
    }
}
