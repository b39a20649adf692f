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
 * Clusters of RDS, and the snapshots that people and AWS Backup made of clusters and instances: each of the two is asked for
 * by itself. RDS makes others by itself, and takes them away again: these are part of the database.
 */
final class RdsClusters {
    private static final String BY_PEOPLE = "manual";
    private static final String BY_BACKUP = "awsbackup";

    static final AwsType CLUSTER =
            RdsType.of("cluster", "db-cluster-id", "rds:DescribeDBClusters", RdsClusters::clusters);
    static final AwsType SNAPSHOT = RdsType.of(
            "snapshot",
            "db-snapshot-id",
            "rds:DescribeDBSnapshots",
            ask -> snapshots(ask, BY_PEOPLE),
            ask -> snapshots(ask, BY_BACKUP));
    static final AwsType CLUSTER_SNAPSHOT = RdsType.of(
            "cluster-snapshot",
            "db-cluster-snapshot-id",
            "rds:DescribeDBClusterSnapshots",
            ask -> clusterSnapshots(ask, BY_PEOPLE),
            ask -> clusterSnapshots(ask, BY_BACKUP));

    private RdsClusters() {}

    private static Page<Entry> clusters(Ask ask) {
        DescribeDbClustersResponse answer = ask.client()
                .describeDBClusters(request -> ask.into(request::filters, request::maxRecords, request::marker));
        return Page.of(
                answer.dbClusters().stream().map(cluster -> entry(ask, cluster)).toList(), answer.marker());
    }

    private static Entry entry(Ask ask, DBCluster cluster) {
        return ask.entry(cluster.dbClusterIdentifier(), cluster.tagList())
                .createdAt(cluster.clusterCreateTime())
                .inState(cluster.status());
    }

    private static Page<Entry> snapshots(Ask ask, String made) {
        DescribeDbSnapshotsResponse answer = ask.client().describeDBSnapshots(request -> {
            request.snapshotType(made);
            ask.into(request::filters, request::maxRecords, request::marker);
        });
        return Page.of(
                answer.dbSnapshots().stream()
                        .filter(snapshot -> isOf(made, snapshot.snapshotType()))
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

    private static Page<Entry> clusterSnapshots(Ask ask, String made) {
        DescribeDbClusterSnapshotsResponse answer = ask.client().describeDBClusterSnapshots(request -> {
            request.snapshotType(made);
            ask.into(request::filters, request::maxRecords, request::marker);
        });
        return Page.of(
                answer.dbClusterSnapshots().stream()
                        .filter(snapshot -> isOf(made, snapshot.snapshotType()))
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
    private static boolean isOf(String made, @org.jspecify.annotations.Nullable String type) {
        return type == null || type.equals(made);
    }
}
