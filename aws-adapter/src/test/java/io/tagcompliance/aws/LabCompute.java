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

/** What runs programs and databases, and what stands before it. */
final class LabCompute {
    static final List<LabRow> ROWS = List.of(
            pages(
                            list(
                                    "autoscaling:DescribeAutoScalingGroups",
                                    "autoscaling:autoScalingGroup",
                                    "AutoScalingGroups",
                                    LabCompute::group),
                            "NextToken")
                    .filteredBy("AutoScalingGroupNames"),
            pages(
                            list(
                                    "rds:DescribeDBInstances",
                                    "rds:db",
                                    "DBInstances",
                                    resource -> members(
                                            "DBInstanceIdentifier",
                                            resource.name(),
                                            "DBInstanceStatus",
                                            state(resource, "available", "deleting"),
                                            "InstanceCreateTime",
                                            MADE,
                                            "TagList",
                                            LabEstate.tags(resource),
                                            "DBClusterIdentifier",
                                            "aurora")),
                            "Marker")
                    .filteredBy("db-instance-id"),
            pages(
                            list(
                                    "rds:DescribeDBClusters",
                                    "rds:cluster",
                                    "DBClusters",
                                    resource -> members(
                                            "DBClusterIdentifier",
                                            resource.name(),
                                            "Status",
                                            state(resource, "available", "deleting"),
                                            "ClusterCreateTime",
                                            MADE,
                                            "TagList",
                                            LabEstate.tags(resource))),
                            "Marker")
                    .filteredBy("db-cluster-id"),
            pages(
                            list(
                                    "rds:DescribeDBSnapshots",
                                    "rds:snapshot",
                                    "DBSnapshots",
                                    resource -> members(
                                            "DBSnapshotIdentifier",
                                            resource.name(),
                                            "Status",
                                            state(resource, "available", "deleting"),
                                            "SnapshotCreateTime",
                                            MADE,
                                            "TagList",
                                            LabEstate.tags(resource),
                                            "DBInstanceIdentifier",
                                            "db-1")),
                            "Marker")
                    .filteredBy("db-snapshot-id")
                    .listing(LabCompute::isOfKind),
            pages(
                            list(
                                    "rds:DescribeDBClusterSnapshots",
                                    "rds:cluster-snapshot",
                                    "DBClusterSnapshots",
                                    resource -> members(
                                            "DBClusterSnapshotIdentifier",
                                            resource.name(),
                                            "Status",
                                            state(resource, "available", "deleting"),
                                            "SnapshotCreateTime",
                                            MADE,
                                            "TagList",
                                            LabEstate.tags(resource),
                                            "DBClusterIdentifier",
                                            "aurora")),
                            "Marker")
                    .filteredBy("db-cluster-snapshot-id")
                    .listing(LabCompute::isOfKind),
            pages(
                    list(
                            "lambda:ListFunctions",
                            "lambda:function",
                            "Functions",
                            resource -> members("FunctionName", resource.name())),
                    "NextMarker"),
            tags("lambda:ListTags", "Tags", "lambda:function").refusing(404, "ResourceNotFoundException"),
            pages(list("ecs:ListClusters", "ecs:cluster", "clusterArns", resource -> arn(resource)), "nextToken"),
            pages(list("ecs:ListServices", "ecs:service", "serviceArns", resource -> arn(resource)), "nextToken")
                    .filteredBy("cluster"),
            tags("ecs:ListTagsForResource", "tags", "ecs:cluster", "ecs:service")
                    .refusing(400, "ClusterNotFoundException"),
            pages(list("eks:ListClusters", "eks:cluster", "clusters", resource -> resource.name()), "nextToken"),
            pages(list("eks:ListNodegroups", "eks:nodegroup", "nodegroups", resource -> resource.name()), "nextToken")
                    .filteredBy("")
                    .listing((call, group) -> call.path().contains("/" + group.name() + "/")),
            tells(
                            "eks:DescribeNodegroup",
                            List.of("eks:nodegroup"),
                            resource -> members(
                                    "nodegroup",
                                    members(
                                            "nodegroupArn",
                                            arn(resource),
                                            "nodegroupName",
                                            resource.name(),
                                            "clusterName",
                                            resource.name(),
                                            "status",
                                            state(resource, "ACTIVE", "DELETING"),
                                            "createdAt",
                                            MADE,
                                            "tags",
                                            LabEstate.tags(resource))))
                    .refusing(404, "ResourceNotFoundException"),
            tags("eks:ListTagsForResource", "tags", "eks:cluster", "eks:nodegroup")
                    .refusing(404, "NotFoundException"),
            pages(
                    list(
                            "apprunner:ListServices",
                            "apprunner:service",
                            "ServiceSummaryList",
                            resource -> members(
                                    "ServiceArn",
                                    arn(resource),
                                    "ServiceName",
                                    resource.name(),
                                    "Status",
                                    state(resource, "RUNNING", "DELETED"),
                                    "CreatedAt",
                                    MADE)),
                    "NextToken"),
            tags("apprunner:ListTagsForResource", "Tags", "apprunner:service"),
            pages(
                    list(
                            "lightsail:GetInstances",
                            "lightsail:Instance",
                            "instances",
                            resource -> members(
                                    "arn",
                                    arn(resource),
                                    "name",
                                    resource.name(),
                                    "createdAt",
                                    MADE,
                                    "tags",
                                    LabEstate.tags(resource),
                                    "state",
                                    members("name", "running"))),
                    "nextPageToken"),
            pages(
                            list(
                                    "elasticloadbalancing:DescribeLoadBalancers",
                                    "elasticloadbalancing:loadbalancer",
                                    "LoadBalancers",
                                    resource -> members(
                                            "LoadBalancerArn",
                                            arn(resource),
                                            "LoadBalancerName",
                                            resource.name(),
                                            "CreatedTime",
                                            MADE,
                                            "State",
                                            members("Code", "active"))),
                            "NextMarker")
                    .listing((call, balancer) -> !LabArns.isClassic(balancer.name())),
            pages(
                            list(
                                    "classic:DescribeLoadBalancers",
                                    "elasticloadbalancing:loadbalancer",
                                    "LoadBalancerDescriptions",
                                    resource -> members("LoadBalancerName", resource.name(), "CreatedTime", MADE)),
                            "NextMarker")
                    .listing((call, balancer) -> LabArns.isClassic(balancer.name())),
            pages(
                    list(
                            "elasticloadbalancing:DescribeTargetGroups",
                            "elasticloadbalancing:targetgroup",
                            "TargetGroups",
                            resource -> members("TargetGroupArn", arn(resource), "TargetGroupName", resource.name())),
                    "NextMarker"),
            tells(
                            "elasticloadbalancing:DescribeTags",
                            List.of("elasticloadbalancing:loadbalancer", "elasticloadbalancing:targetgroup"),
                            resource -> members(
                                    "TagDescriptions",
                                    List.of(members("ResourceArn", arn(resource), "Tags", LabEstate.tags(resource)))))
                    .telling((call, resource) -> call.values().contains(arn(resource)))
                    .refusing(400, "LoadBalancerNotFound"),
            tells(
                            "classic:DescribeTags",
                            List.of("elasticloadbalancing:loadbalancer"),
                            resource -> members(
                                    "TagDescriptions",
                                    List.of(members(
                                            "LoadBalancerName", resource.name(), "Tags", LabEstate.tags(resource)))))
                    .refusing(400, "LoadBalancerNotFound"),
            pages(
                    list(
                            "ecr:DescribeRepositories",
                            "ecr:repository",
                            "repositories",
                            resource -> members(
                                    "repositoryArn",
                                    arn(resource),
                                    "repositoryName",
                                    resource.name(),
                                    "createdAt",
                                    MADE)),
                    "nextToken"),
            tags("ecr:ListTagsForResource", "tags", "ecr:repository").refusing(400, "RepositoryNotFoundException"),
            pages(
                    list(
                            "workspaces:DescribeWorkspaces",
                            "workspaces:workspace",
                            "Workspaces",
                            resource -> members(
                                    "WorkspaceId",
                                    resource.name(),
                                    "State",
                                    state(resource, "AVAILABLE", "TERMINATED"))),
                    "NextToken"),
            tags("workspaces:DescribeTags", "TagList", "workspaces:workspace"));

    private LabCompute() {}

    /** A group has a state only while it is being deleted. */
    private static Object group(Resource group) {
        var members = members(
                "AutoScalingGroupARN",
                arn(group),
                "AutoScalingGroupName",
                group.name(),
                "CreatedTime",
                MADE,
                "Tags",
                LabEstate.tags(group));
        if (LabRow.isGone(group)) {
            members.put("Status", "Delete in progress");
        }
        return members;
    }

    /** Those that RDS makes by itself are given out to one who asks for no kind; each other kind only if it is named. */
    private static boolean isOfKind(LabCall call, Resource snapshot) {
        if (snapshot.name().startsWith("awsbackup:")) {
            return call.field("SnapshotType").equals("awsbackup");
        }
        return call.field("SnapshotType").equals("manual")
                ? !snapshot.name().startsWith("automated-")
                : call.field("SnapshotType").isEmpty();
    }
}
