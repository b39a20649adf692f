package io.tagcompliance.aws;

import static io.tagcompliance.aws.LabRow.MADE;
import static io.tagcompliance.aws.LabRow.arn;
import static io.tagcompliance.aws.LabRow.list;
import static io.tagcompliance.aws.LabRow.members;
import static io.tagcompliance.aws.LabRow.pages;
import static io.tagcompliance.aws.LabRow.state;
import static io.tagcompliance.aws.LabRow.tags;
import static io.tagcompliance.aws.LabRow.tells;

import java.util.List;

/** Networks at large, APIs, messages, watching, models. */
final class LabPlatform {
    static final List<LabRow> ROWS = List.of(
            pages(
                    list(
                            "cloudfront:ListDistributions",
                            "cloudfront:distribution",
                            "DistributionList.Items",
                            resource -> members(
                                    "ARN",
                                    arn(resource),
                                    "Id",
                                    resource.name(),
                                    "Status",
                                    state(resource, "Deployed", "InProgress"))),
                    "DistributionList.NextMarker",
                    "DistributionList.IsTruncated"),
            tells(
                            "cloudfront:ListTagsForResource",
                            List.of("cloudfront:distribution"),
                            resource -> members("Tags", members("Items", LabEstate.tags(resource))))
                    .refusing(404, "NoSuchResource"),
            pages(
                    list(
                            "route53:ListHostedZones",
                            "route53:hostedzone",
                            "HostedZones",
                            resource -> members("Id", "/hostedzone/" + resource.name(), "Name", resource.name())),
                    "NextMarker",
                    "IsTruncated"),
            tells(
                            "route53:ListTagsForResource",
                            List.of("route53:hostedzone"),
                            resource -> members(
                                    "ResourceTagSet",
                                    members("ResourceId", resource.name(), "Tags", LabEstate.tags(resource))))
                    .refusing(404, "NoSuchHostedZone"),
            pages(
                    list(
                            "network-firewall:ListFirewalls",
                            "network-firewall:firewall",
                            "Firewalls",
                            resource -> members("FirewallArn", arn(resource), "FirewallName", resource.name())),
                    "NextToken"),
            tags("network-firewall:ListTagsForResource", "Tags", "network-firewall:firewall"),
            pages(
                    list(
                            "apigateway:GetRestApis",
                            "apigateway:restapis",
                            "items",
                            resource -> members(
                                    "id",
                                    resource.name(),
                                    "createdDate",
                                    MADE,
                                    "tags",
                                    LabEstate.tags(resource),
                                    "name",
                                    resource.name())),
                    "position"),
            tells(
                            "apigateway:GetRestApi",
                            List.of("apigateway:restapis"),
                            resource -> members(
                                    "id", resource.name(), "createdDate", MADE, "tags", LabEstate.tags(resource)))
                    .refusing(404, "NotFoundException"),
            pages(
                    list(
                            "apigateway:GetApis",
                            "apigateway:apis",
                            "Items",
                            resource -> members(
                                    "ApiId",
                                    resource.name(),
                                    "CreatedDate",
                                    MADE,
                                    "Tags",
                                    LabEstate.tags(resource),
                                    "Name",
                                    resource.name())),
                    "NextToken"),
            tells(
                            "apigateway:GetApi",
                            List.of("apigateway:apis"),
                            resource -> members(
                                    "ApiId", resource.name(), "CreatedDate", MADE, "Tags", LabEstate.tags(resource)))
                    .refusing(404, "NotFoundException"),
            pages(
                    list(
                            "sqs:ListQueues",
                            "sqs:queue",
                            "QueueUrls",
                            resource -> "https://sqs.%s.amazonaws.com/%s/%s"
                                    .formatted(
                                            resource.location().region(),
                                            resource.location().account(),
                                            resource.name())),
                    "NextToken"),
            tags("sqs:ListQueueTags", "Tags", "sqs:queue").refusing(400, "QueueDoesNotExist"),
            pages(
                    list("sns:ListTopics", "sns:topic", "Topics", resource -> members("TopicArn", arn(resource))),
                    "NextToken"),
            tags("sns:ListTagsForResource", "Tags", "sns:topic").refusing(404, "ResourceNotFound"),
            pages(
                    list(
                            "mq:ListBrokers",
                            "mq:broker",
                            "BrokerSummaries",
                            resource -> members(
                                    "BrokerArn",
                                    arn(resource),
                                    "BrokerName",
                                    resource.name(),
                                    "BrokerState",
                                    state(resource, "RUNNING", "DELETION_IN_PROGRESS"),
                                    "Created",
                                    MADE)),
                    "NextToken"),
            tags("mq:ListTags", "Tags", "mq:broker").refusing(404, "NotFoundException"),
            pages(
                    list(
                            "logs:DescribeLogGroups",
                            "logs:log-group",
                            "logGroups",
                            resource -> members(
                                    "logGroupName",
                                    resource.name(),
                                    "arn",
                                    arn(resource) + ":*",
                                    "creationTime",
                                    MADE.toEpochMilli())),
                    "nextToken"),
            tags("logs:ListTagsForResource", "tags", "logs:log-group"),
            pages(
                    list(
                            "synthetics:DescribeCanaries",
                            "synthetics:canary",
                            "Canaries",
                            resource -> members(
                                    "Name",
                                    resource.name(),
                                    "Tags",
                                    LabEstate.tags(resource),
                                    "Status",
                                    members("State", "RUNNING"),
                                    "Timeline",
                                    members("Created", MADE))),
                    "NextToken"),
            tags("synthetics:ListTagsForResource", "Tags", "synthetics:canary").refusing(404, "NotFoundException"),
            pages(
                    list(
                            "cloudwatch:DescribeAlarms",
                            "cloudwatch:alarm",
                            "MetricAlarms",
                            resource -> members(
                                    "AlarmArn",
                                    arn(resource),
                                    "AlarmName",
                                    resource.name(),
                                    "StateValue",
                                    state(resource, "OK", "ALARM"))),
                    "NextToken"),
            tags("cloudwatch:ListTagsForResource", "Tags", "cloudwatch:alarm")
                    .refusing(404, "ResourceNotFoundException"),
            pages(
                    list(
                            "sagemaker:ListEndpoints",
                            "sagemaker:endpoint",
                            "Endpoints",
                            resource -> members(
                                    "EndpointArn",
                                    arn(resource),
                                    "EndpointName",
                                    resource.name(),
                                    "EndpointStatus",
                                    state(resource, "InService", "Deleting"),
                                    "CreationTime",
                                    MADE)),
                    "NextToken"),
            pages(
                    list(
                            "sagemaker:ListNotebookInstances",
                            "sagemaker:notebook-instance",
                            "NotebookInstances",
                            resource -> members(
                                    "NotebookInstanceArn",
                                    arn(resource),
                                    "NotebookInstanceName",
                                    resource.name(),
                                    "NotebookInstanceStatus",
                                    state(resource, "InService", "Deleting"),
                                    "CreationTime",
                                    MADE)),
                    "NextToken"),
            tags("sagemaker:ListTags", "Tags", "sagemaker:endpoint", "sagemaker:notebook-instance")
                    .telling((call, resource) -> call.values().contains(arn(resource)))
                    .refusing(400, "ResourceNotFound"),
            pages(
                    list(
                            "bedrock:ListCustomModels",
                            "bedrock:custom-model",
                            "modelSummaries",
                            resource -> members(
                                    "modelArn", arn(resource), "modelName", resource.name(), "creationTime", MADE)),
                    "nextToken"),
            pages(
                    list(
                            "bedrock:ListProvisionedModelThroughputs",
                            "bedrock:provisioned-model",
                            "provisionedModelSummaries",
                            resource -> members(
                                    "provisionedModelArn",
                                    arn(resource),
                                    "provisionedModelName",
                                    resource.name(),
                                    "status",
                                    state(resource, "InService", "Failed"),
                                    "creationTime",
                                    MADE)),
                    "nextToken"),
            pages(
                    list(
                            "bedrock:ListInferenceProfiles",
                            "bedrock:application-inference-profile",
                            "inferenceProfileSummaries",
                            resource -> members(
                                    "inferenceProfileArn",
                                    arn(resource),
                                    "inferenceProfileName",
                                    resource.name(),
                                    "createdAt",
                                    MADE)),
                    "nextToken"),
            tags(
                            "bedrock:ListTagsForResource",
                            "tags",
                            "bedrock:custom-model",
                            "bedrock:provisioned-model",
                            "bedrock:application-inference-profile")
                    .telling((call, resource) -> call.values().contains(arn(resource)))
                    .refusing(404, "ResourceNotFoundException"));

    private LabPlatform() {}
}
