package io.tagcompliance.aws;

import static io.tagcompliance.aws.LabRow.MADE;
import static io.tagcompliance.aws.LabRow.arn;
import static io.tagcompliance.aws.LabRow.list;
import static io.tagcompliance.aws.LabRow.members;
import static io.tagcompliance.aws.LabRow.pages;
import static io.tagcompliance.aws.LabRow.state;
import static io.tagcompliance.aws.LabRow.tags;
import static io.tagcompliance.aws.LabRow.tells;

import io.tagcompliance.core.resource.Resource;
import java.util.List;

/** Where data lies, and what moves it. */
final class LabData {
    static final List<LabRow> ROWS = List.of(
            pages(
                    list("dynamodb:ListTables", "dynamodb:table", "TableNames", resource -> resource.name()),
                    "LastEvaluatedTableName"),
            tags("dynamodb:ListTagsOfResource", "Tags", "dynamodb:table"),
            pages(
                    list(
                            "dax:DescribeClusters",
                            "dax:cache",
                            "Clusters",
                            resource -> members(
                                    "ClusterArn",
                                    arn(resource),
                                    "ClusterName",
                                    resource.name(),
                                    "Status",
                                    state(resource, "available", "deleting"))),
                    "NextToken"),
            tags("dax:ListTags", "Tags", "dax:cache").refusing(400, "ClusterNotFoundFault"),
            pages(
                    list(
                            "elasticache:DescribeCacheClusters",
                            "elasticache:cluster",
                            "CacheClusters",
                            resource -> members(
                                    "ARN",
                                    arn(resource),
                                    "CacheClusterId",
                                    resource.name(),
                                    "CacheClusterStatus",
                                    state(resource, "available", "deleting"),
                                    "CacheClusterCreateTime",
                                    MADE,
                                    "ReplicationGroupId",
                                    "group-1")),
                    "Marker"),
            pages(
                    list(
                            "elasticache:DescribeReplicationGroups",
                            "elasticache:replicationgroup",
                            "ReplicationGroups",
                            resource -> members(
                                    "ARN",
                                    arn(resource),
                                    "ReplicationGroupId",
                                    resource.name(),
                                    "Status",
                                    state(resource, "available", "deleting"),
                                    "ReplicationGroupCreateTime",
                                    MADE)),
                    "Marker"),
            pages(
                    list(
                            "elasticache:DescribeServerlessCaches",
                            "elasticache:serverlesscache",
                            "ServerlessCaches",
                            resource -> members(
                                    "ARN",
                                    arn(resource),
                                    "ServerlessCacheName",
                                    resource.name(),
                                    "Status",
                                    state(resource, "available", "deleting"),
                                    "CreateTime",
                                    MADE)),
                    "NextToken"),
            tells(
                            "elasticache:ListTagsForResource",
                            List.of(
                                    "elasticache:cluster",
                                    "elasticache:replicationgroup",
                                    "elasticache:serverlesscache"),
                            resource -> members("TagList", LabEstate.tags(resource)))
                    .telling((call, resource) -> call.values().contains(arn(resource)))
                    .refusing(404, "CacheClusterNotFound"),
            pages(
                    list(
                            "memorydb:DescribeClusters",
                            "memorydb:cluster",
                            "Clusters",
                            resource -> members(
                                    "ARN",
                                    arn(resource),
                                    "Name",
                                    resource.name(),
                                    "Status",
                                    state(resource, "available", "deleting"))),
                    "NextToken"),
            tags("memorydb:ListTags", "TagList", "memorydb:cluster").refusing(400, "ClusterNotFoundFault"),
            pages(
                            list(
                                    "redshift:DescribeClusters",
                                    "redshift:cluster",
                                    "Clusters",
                                    resource -> members(
                                            "ClusterIdentifier",
                                            resource.name(),
                                            "ClusterStatus",
                                            state(resource, "available", "deleting"),
                                            "ClusterCreateTime",
                                            MADE,
                                            "Tags",
                                            LabEstate.tags(resource))),
                            "Marker")
                    .filteredBy("ClusterIdentifier")
                    .refusing("ClusterNotFound"),
            pages(
                    list(
                            "redshift-serverless:ListWorkgroups",
                            "redshift-serverless:workgroup",
                            "workgroups",
                            resource -> members(
                                    "workgroupArn",
                                    arn(resource),
                                    "workgroupName",
                                    resource.name(),
                                    "status",
                                    state(resource, "AVAILABLE", "DELETING"),
                                    "creationDate",
                                    MADE)),
                    "nextToken"),
            tags("redshift-serverless:ListTagsForResource", "tags", "redshift-serverless:workgroup"),
            list("es:ListDomainNames", "es:domain", "DomainNames", resource -> members("DomainName", resource.name())),
            tags("es:ListTags", "TagList", "es:domain"),
            pages(
                    list(
                            "aoss:ListCollections",
                            "aoss:collection",
                            "collectionSummaries",
                            resource -> members(
                                    "arn",
                                    arn(resource),
                                    "name",
                                    resource.name(),
                                    "status",
                                    state(resource, "ACTIVE", "DELETING"))),
                    "nextToken"),
            tags("aoss:ListTagsForResource", "tags", "aoss:collection"),
            pages(
                            list(
                                    "elasticfilesystem:DescribeFileSystems",
                                    "elasticfilesystem:file-system",
                                    "FileSystems",
                                    resource -> members(
                                            "FileSystemArn",
                                            arn(resource),
                                            "FileSystemId",
                                            resource.name(),
                                            "LifeCycleState",
                                            state(resource, "available", "deleted"),
                                            "CreationTime",
                                            MADE,
                                            "Tags",
                                            LabEstate.tags(resource))),
                            "NextMarker")
                    .filteredBy("FileSystemId")
                    .refusing("FileSystemNotFound"),
            pages(
                            list(
                                    "fsx:DescribeFileSystems",
                                    "fsx:file-system",
                                    "FileSystems",
                                    resource -> members(
                                            "ResourceARN",
                                            arn(resource),
                                            "FileSystemId",
                                            resource.name(),
                                            "Lifecycle",
                                            state(resource, "AVAILABLE", "DELETING"),
                                            "CreationTime",
                                            MADE,
                                            "Tags",
                                            LabEstate.tags(resource))),
                            "NextToken")
                    .filteredBy("FileSystemIds")
                    .refusing("FileSystemNotFound"),
            pages(
                    list(
                            "storagegateway:ListGateways",
                            "storagegateway:gateway",
                            "Gateways",
                            resource -> members("GatewayARN", arn(resource), "GatewayName", resource.name())),
                    "Marker"),
            tags("storagegateway:ListTagsForResource", "Tags", "storagegateway:gateway")
                    .refusing(400, "InvalidGatewayRequestException"),
            pages(
                    list(
                            "backup:ListBackupVaults",
                            "backup:backup-vault",
                            "BackupVaultList",
                            resource -> members(
                                    "BackupVaultArn",
                                    arn(resource),
                                    "BackupVaultName",
                                    resource.name(),
                                    "CreationDate",
                                    MADE)),
                    "NextToken"),
            tags("backup:ListTags", "Tags", "backup:backup-vault"),
            pages(
                    list(
                            "kinesis:ListStreams",
                            "kinesis:stream",
                            "StreamSummaries",
                            resource -> members(
                                    "StreamARN",
                                    arn(resource),
                                    "StreamName",
                                    resource.name(),
                                    "StreamStatus",
                                    state(resource, "ACTIVE", "DELETING"),
                                    "StreamCreationTimestamp",
                                    MADE)),
                    "NextToken"),
            tags("kinesis:ListTagsForResource", "Tags", "kinesis:stream"),
            pages(
                    list(
                            "firehose:ListDeliveryStreams",
                            "firehose:deliverystream",
                            "DeliveryStreamNames",
                            resource -> resource.name()),
                    "HasMoreDeliveryStreams"),
            tells(
                    "firehose:DescribeDeliveryStream",
                    List.of("firehose:deliverystream"),
                    resource -> members(
                            "DeliveryStreamDescription",
                            members(
                                    "DeliveryStreamName",
                                    resource.name(),
                                    "CreateTimestamp",
                                    MADE,
                                    "DeliveryStreamStatus",
                                    state(resource, "ACTIVE", "DELETING")))),
            tags("firehose:ListTagsForDeliveryStream", "Tags", "firehose:deliverystream"),
            pages(
                    list(
                            "kafka:ListClustersV2",
                            "kafka:cluster",
                            "ClusterInfoList",
                            resource -> members(
                                    "ClusterArn",
                                    arn(resource),
                                    "ClusterName",
                                    resource.name(),
                                    "State",
                                    state(resource, "ACTIVE", "DELETING"),
                                    "CreationTime",
                                    MADE,
                                    "Tags",
                                    LabEstate.tags(resource))),
                    "NextToken"),
            tags("kafka:ListTagsForResource", "Tags", "kafka:cluster").refusing(404, "NotFoundException"),
            pages(
                    list(
                            "kinesisanalytics:ListApplications",
                            "kinesisanalytics:application",
                            "ApplicationSummaries",
                            resource -> members(
                                    "ApplicationARN",
                                    arn(resource),
                                    "ApplicationName",
                                    resource.name(),
                                    "ApplicationStatus",
                                    state(resource, "RUNNING", "DELETING"))),
                    "NextToken"),
            tags("kinesisanalytics:ListTagsForResource", "Tags", "kinesisanalytics:application"),
            pages(
                            list(
                                    "elasticmapreduce:ListClusters",
                                    "elasticmapreduce:cluster",
                                    "Clusters",
                                    resource -> members(
                                            "Id",
                                            resource.name(),
                                            "Name",
                                            resource.name(),
                                            "ClusterArn",
                                            arn(resource),
                                            "Status",
                                            status(resource))),
                            "Marker")
                    .listing((call, cluster) -> !LabRow.isGone(cluster) || !call.mentions("RUNNING")),
            tells(
                            "elasticmapreduce:DescribeCluster",
                            List.of("elasticmapreduce:cluster"),
                            resource -> members(
                                    "Cluster",
                                    members(
                                            "Id",
                                            resource.name(),
                                            "Status",
                                            status(resource),
                                            "Tags",
                                            LabEstate.tags(resource))))
                    .refusing(400, "ResourceNotFoundException"),
            pages(
                    list(
                            "emr-serverless:ListApplications",
                            "emr-serverless:applications",
                            "applications",
                            resource -> members(
                                    "arn",
                                    arn(resource),
                                    "id",
                                    resource.name(),
                                    "state",
                                    state(resource, "STARTED", "TERMINATED"),
                                    "createdAt",
                                    MADE)),
                    "nextToken"),
            tags("emr-serverless:ListTagsForResource", "tags", "emr-serverless:applications")
                    .refusing(404, "ResourceNotFoundException"),
            pages(list("glue:ListJobs", "glue:job", "JobNames", resource -> resource.name()), "NextToken"),
            tags("glue:GetTags", "Tags", "glue:job").refusing(400, "EntityNotFoundException"));

    private LabData() {}

    private static Object status(Resource cluster) {
        return members("State", state(cluster, "RUNNING", "TERMINATED"), "Timeline", members("CreationDateTime", MADE));
    }
}
