package io.tagcompliance.aws;

import io.tagcompliance.aws.RdsType.Ask;
import io.tagcompliance.core.resource.ParentLink.Kind;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;

/**
 * Clusters of RDS, and the snapshots that people made of clusters and instances. RDS makes others by itself, and takes
 * them away again: these are part of the database.
 */
final class RdsClusters {
    private static final String MADE_BY_PEOPLE = "manual";

    static final AwsType CLUSTER =
            RdsType.of("cluster", "db-cluster-id", "rds:DescribeDBClusters", RdsClusters::clusters);
    static final AwsType SNAPSHOT =
            RdsType.of("snapshot", "db-snapshot-id", "rds:DescribeDBSnapshots", RdsClusters::snapshots);
    static final AwsType CLUSTER_SNAPSHOT = RdsType.of(
            "cluster-snapshot",
            "db-cluster-snapshot-id",
            "rds:DescribeDBClusterSnapshots",
            RdsClusters::clusterSnapshots);

    private RdsClusters() {}

    private static Page<Entry> clusters(Ask ask) {
        DescribeDbClustersResponse answer = ask.client()
                .describeDBClusters(request -> ask.into(request::filters, request::maxRecords, request::marker));
        return Page.of(
                answer.dbClusters().stream()
                        .filter(cluster -> RdsType.remains(cluster.status()))
                        .map(cluster -> entry(ask, cluster))
                        .toList(),
                answer.marker());
    }

    private static Entry entry(Ask ask, DBCluster cluster) {
        return ask.entry(cluster.dbClusterIdentifier(), cluster.tagList())
                .createdAt(cluster.clusterCreateTime())
                .inState(cluster.status());
    }

    private static Page<Entry> snapshots(Ask ask) {
        DescribeDbSnapshotsResponse answer = ask.client().describeDBSnapshots(request -> {
            request.snapshotType(MADE_BY_PEOPLE);
            ask.into(request::filters, request::maxRecords, request::marker);
        });
        return Page.of(
                answer.dbSnapshots().stream()
                        .filter(snapshot -> isOurs(snapshot.snapshotType()) && RdsType.remains(snapshot.status()))
                        .map(snapshot -> entry(ask, snapshot))
                        .toList(),
                answer.marker());
    }

    private static Entry entry(Ask ask, DBSnapshot snapshot) {
        return ask.entry(snapshot.dbSnapshotIdentifier(), snapshot.tagList())
                .createdAt(snapshot.snapshotCreateTime())
                .inState(snapshot.status())
                .of(Kind.DATABASE, snapshot.dbInstanceIdentifier());
    }

    private static Page<Entry> clusterSnapshots(Ask ask) {
        DescribeDbClusterSnapshotsResponse answer = ask.client().describeDBClusterSnapshots(request -> {
            request.snapshotType(MADE_BY_PEOPLE);
            ask.into(request::filters, request::maxRecords, request::marker);
        });
        return Page.of(
                answer.dbClusterSnapshots().stream()
                        .filter(snapshot -> isOurs(snapshot.snapshotType()) && RdsType.remains(snapshot.status()))
                        .map(snapshot -> entry(ask, snapshot))
                        .toList(),
                answer.marker());
    }

    private static Entry entry(Ask ask, DBClusterSnapshot snapshot) {
        return ask.entry(snapshot.dbClusterSnapshotIdentifier(), snapshot.tagList())
                .createdAt(snapshot.snapshotCreateTime())
                .inState(snapshot.status())
                .of(Kind.DATABASE, snapshot.dbClusterIdentifier());
    }

    /** Some RDS that is not of AWS gives out all snapshots whatever the type. */
    private static boolean isOurs(@org.jspecify.annotations.Nullable String type) {
        return type == null || type.equals(MADE_BY_PEOPLE);
    }
}
