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

/** Keys and secrets, identity, and what developers work with. */
final class LabTools {
    static final List<LabRow> ROWS = List.of(
            pages(
                            list(
                                    "kms:ListKeys",
                                    "kms:key",
                                    "Keys",
                                    resource -> members("KeyId", resource.name(), "KeyArn", arn(resource))),
                            "NextMarker",
                            "Truncated")
                    .besides("managed-by-aws"),
            list(
                            "kms:ListAliases",
                            "kms:key",
                            "Aliases",
                            resource -> members(
                                    "AliasName",
                                    resource.name().equals("managed-by-aws")
                                            ? "alias/aws/s3"
                                            : "alias/" + resource.name(),
                                    "TargetKeyId",
                                    resource.name()))
                    .besides("managed-by-aws"),
            tells(
                            "kms:DescribeKey",
                            List.of("kms:key"),
                            resource -> members(
                                    "KeyMetadata",
                                    members(
                                            "KeyId",
                                            resource.name(),
                                            "CreationDate",
                                            MADE,
                                            "KeyState",
                                            state(resource, "Enabled", "PendingDeletion"))))
                    .refusing(400, "NotFoundException"),
            tags("kms:ListResourceTags", "Tags", "kms:key").refusing(400, "NotFoundException"),
            pages(
                    list(
                            "dms:DescribeReplicationInstances",
                            "dms:rep",
                            "ReplicationInstances",
                            resource -> members(
                                    "ReplicationInstanceArn",
                                    arn(resource),
                                    "ReplicationInstanceIdentifier",
                                    resource.name(),
                                    "ReplicationInstanceStatus",
                                    state(resource, "available", "deleting"),
                                    "InstanceCreateTime",
                                    MADE)),
                    "Marker"),
            tags("dms:ListTagsForResource", "TagList", "dms:rep").refusing(400, "ResourceNotFoundFault"),
            pages(
                    list(
                            "acm-pca:ListCertificateAuthorities",
                            "acm-pca:certificate-authority",
                            "CertificateAuthorities",
                            resource -> members(
                                    "Arn",
                                    arn(resource),
                                    "Status",
                                    state(resource, "ACTIVE", "DELETED"),
                                    "CreatedAt",
                                    MADE)),
                    "NextToken"),
            tags("acm-pca:ListTags", "Tags", "acm-pca:certificate-authority"),
            pages(
                    list("secretsmanager:ListSecrets", "secretsmanager:secret", "SecretList", LabTools::secret),
                    "NextToken"),
            tells("secretsmanager:DescribeSecret", List.of("secretsmanager:secret"), LabTools::secret)
                    .refusing(400, "ResourceNotFoundException"),
            pages(
                    list(
                            "ds:DescribeDirectories",
                            "ds:directory",
                            "DirectoryDescriptions",
                            resource -> members(
                                    "DirectoryId",
                                    resource.name(),
                                    "Stage",
                                    state(resource, "Active", "Deleted"),
                                    "LaunchTime",
                                    MADE,
                                    "Name",
                                    resource.name())),
                    "NextToken"),
            tags("ds:ListTagsForResource", "Tags", "ds:directory").refusing(400, "EntityDoesNotExistException"),
            pages(
                    list(
                            "transfer:ListServers",
                            "transfer:server",
                            "Servers",
                            resource -> members(
                                    "Arn",
                                    arn(resource),
                                    "ServerId",
                                    resource.name(),
                                    "State",
                                    state(resource, "ONLINE", "OFFLINE"))),
                    "NextToken"),
            tags("transfer:ListTagsForResource", "Tags", "transfer:server"),
            pages(
                    list("codebuild:ListProjects", "codebuild:project", "projects", resource -> resource.name()),
                    "nextToken"),
            tells(
                            "codebuild:BatchGetProjects",
                            List.of("codebuild:project"),
                            resource -> members(
                                    "projects",
                                    List.of(members("name", resource.name(), "tags", LabEstate.tags(resource)))))
                    .refusing(200, ""),
            pages(
                    list(
                            "codepipeline:ListPipelines",
                            "codepipeline:pipeline",
                            "pipelines",
                            resource -> members("name", resource.name(), "created", MADE)),
                    "nextToken"),
            tags("codepipeline:ListTagsForResource", "tags", "codepipeline:pipeline"),
            pages(
                    list(
                            "states:ListStateMachines",
                            "states:stateMachine",
                            "stateMachines",
                            resource -> members(
                                    "stateMachineArn", arn(resource), "name", resource.name(), "creationDate", MADE)),
                    "nextToken"),
            tells(
                    "states:DescribeStateMachine",
                    List.of("states:stateMachine"),
                    resource ->
                            members("stateMachineArn", arn(resource), "status", state(resource, "ACTIVE", "DELETING"))),
            tags("states:ListTagsForResource", "tags", "states:stateMachine").refusing(400, "ResourceNotFound"),
            pages(
                    list(
                            "acm:ListCertificates",
                            "acm:certificate",
                            "CertificateSummaryList",
                            resource -> members(
                                    "CertificateArn",
                                    arn(resource),
                                    "DomainName",
                                    resource.name(),
                                    "Status",
                                    state(resource, "ISSUED", "EXPIRED"),
                                    "CreatedAt",
                                    MADE)),
                    "NextToken"),
            tags("acm:ListTagsForCertificate", "Tags", "acm:certificate"),
            pages(
                    list(
                            "iam:ListRoles",
                            "iam:role",
                            "Roles",
                            resource -> members(
                                    "RoleName",
                                    resource.name(),
                                    "Path",
                                    resource.name().startsWith("AWSServiceRole")
                                            ? "/aws-service-role/x.amazonaws.com/"
                                            : "/team/",
                                    "Arn",
                                    arn(resource),
                                    "CreateDate",
                                    MADE)),
                    "Marker",
                    "IsTruncated"),
            tags("iam:ListRoleTags", "Tags", "iam:role").refusing(404, "NoSuchEntity"),
            pages(
                    list(
                            "organizations:ListAccounts",
                            "organizations:account",
                            "Accounts",
                            resource -> members(
                                    "Arn",
                                    arn(resource),
                                    "Name",
                                    resource.name(),
                                    "Status",
                                    state(resource, "ACTIVE", "SUSPENDED"),
                                    "JoinedTimestamp",
                                    MADE,
                                    "Id",
                                    resource.name())),
                    "NextToken"),
            tags("organizations:ListTagsForResource", "Tags", "organizations:account")
                    .refusing(400, "TargetNotFoundException"),
            pages(
                            list(
                                    "cloudformation:DescribeStacks",
                                    "cloudformation:stack",
                                    "Stacks",
                                    resource -> members(
                                            "StackId",
                                            arn(resource),
                                            "StackName",
                                            resource.name(),
                                            "StackStatus",
                                            state(resource, "CREATE_COMPLETE", "DELETE_COMPLETE"),
                                            "CreationTime",
                                            MADE,
                                            "Tags",
                                            LabEstate.tags(resource))),
                            "NextToken")
                    .filteredBy("StackName")
                    .refusing("ValidationError"));

    private LabTools() {}

    private static java.util.Map<String, Object> secret(Resource secret) {
        var members =
                members("ARN", arn(secret), "Name", secret.name(), "CreatedDate", MADE, "Tags", LabEstate.tags(secret));
        if (LabRow.isGone(secret)) {
            members.put("DeletedDate", MADE);
        }
        return members;
    }
}
