package io.tagcompliance.aws;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStatus;
import software.amazon.awssdk.services.emr.model.ClusterSummary;
import software.amazon.awssdk.services.emr.model.ListClustersResponse;
import software.amazon.awssdk.services.emr.model.Tag;

/** EMR clusters. Terminated ones stay listed for two months and are no resources. */
final class EmrClusters {
    private static final Set<ClusterState> ALIVE =
            EnumSet.of(ClusterState.STARTING, ClusterState.BOOTSTRAPPING, ClusterState.RUNNING, ClusterState.WAITING);

    static final AwsType TYPE = AwsType.named("elasticmapreduce:cluster", "cluster/")
            .listedBy("elasticmapreduce:ListClusters", EmrClusters::page)
            .tagsBy("elasticmapreduce:DescribeCluster", EmrClusters::tags);

    private EmrClusters() {}

    /** EMR sets the size of its pages by itself. */
    private static Page<Entry> page(Place place, Token token) {
        ListClustersResponse answer = client(place).listClusters(request -> {
            request.clusterStates(ALIVE);
            token.into(request::marker);
        });
        return Page.of(answer.clusters().stream().map(EmrClusters::entry).toList(), answer.marker());
    }

    private static Entry entry(ClusterSummary cluster) {
        Entry entry = Entry.of(cluster.clusterArn(), cluster.name());
        ClusterStatus status = cluster.status();
        if (status == null) {
            return entry;
        }
        Entry known = entry.inState(status.stateAsString());
        return status.timeline() == null
                ? known
                : known.createdAt(status.timeline().creationDateTime());
    }

    /** EMR still knows what was terminated. */
    private static Map<String, String> tags(Place place, Arn arn) {
        Cluster cluster = client(place)
                .describeCluster(request -> request.clusterId(arn.name()))
                .cluster();
        if (cluster.status() != null && !ALIVE.contains(cluster.status().state())) {
            throw AwsFailures.absent();
        }
        return Entry.tags(cluster.tags(), Tag::key, Tag::value);
    }

    private static EmrClient client(Place place) {
        return place.client(EmrClient.class, EmrClient::builder);
    }
}
