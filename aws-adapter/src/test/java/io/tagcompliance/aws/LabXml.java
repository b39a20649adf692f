package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The services that speak XML: EC2, RDS, SNS, STS and S3. */
final class LabXml {
    private final LabEstate estate;
    private final LabPaging paging;

    LabXml(LabEstate estate, LabPaging paging) {
        this.estate = estate;
        this.paging = paging;
    }

    LabAnswer answer(LabCall call) {
        return switch (call.operation()) {
            case "sts:GetCallerIdentity" -> result(call, element("Account", LabEstate.ACCOUNT.text()));
            case "ec2:DescribeRegions" -> LabAnswer.ok(regions());
            case "ec2:DescribeInstances" -> instances(call);
            case "ec2:DescribeVolumes" -> volumes(call);
            case "rds:DescribeDBInstances" -> databases(call);
            case "sns:ListTopics" -> topics(call);
            case "sns:ListTagsForResource" -> topicTags(call);
            case "s3:ListBuckets" -> buckets(call);
            case "s3:HeadBucket" -> headBucket(call);
            case "s3:GetBucketTagging" -> bucketTags(call);
            default -> LabAnswer.error(call, 400, "InvalidAction");
        };
    }

    private static String regions() {
        return element(
                "DescribeRegionsResponse",
                element(
                        "regionInfo",
                        LabEstate.REGIONS.stream()
                                .map(region -> element("item", element("regionName", region.text())))
                                .collect(Collectors.joining())));
    }

    private LabAnswer instances(LabCall call) {
        var page = paging.slice(call, call.field("NextToken"), filtered(call, "ec2:instance"));
        String items = each(
                page.items(),
                instance -> element(
                        "item",
                        element(
                                "instancesSet",
                                element(
                                        "item",
                                        element("instanceId", instance.name())
                                                + element("launchTime", "2026-01-02T03:04:05.000Z")
                                                + element(
                                                        "blockDeviceMapping",
                                                        element(
                                                                "item",
                                                                element(
                                                                        "ebs",
                                                                        element(
                                                                                "attachTime",
                                                                                "2025-06-07T08:09:10.000Z"))))
                                                + element("tagSet", tags(instance, "item", "key", "value"))))));
        return LabAnswer.ok(element(
                "DescribeInstancesResponse", element("reservationSet", items) + token("nextToken", page.next())));
    }

    private LabAnswer volumes(LabCall call) {
        var page = paging.slice(call, call.field("NextToken"), filtered(call, "ec2:volume"));
        String items = each(
                page.items(),
                volume -> element(
                        "item",
                        element("volumeId", volume.name())
                                + element("status", state(volume, "in-use"))
                                + element("tagSet", tags(volume, "item", "key", "value"))));
        return LabAnswer.ok(
                element("DescribeVolumesResponse", element("volumeSet", items) + token("nextToken", page.next())));
    }

    private LabAnswer databases(LabCall call) {
        var page = paging.slice(call, call.field("Marker"), filtered(call, "rds:db"));
        String items = each(
                page.items(),
                database -> element(
                        "DBInstance",
                        element("DBInstanceIdentifier", database.name())
                                + element("DBInstanceStatus", state(database, "available"))
                                + element("TagList", tags(database, "Tag", "Key", "Value"))));
        return result(call, element("DBInstances", items) + token("Marker", page.next()));
    }

    /** All of a type, or those that a filter of the call names. */
    private List<Resource> filtered(LabCall call, String type) {
        List<Resource> all = estate.of(call, type);
        boolean byId = call.mentions("instance-id") || call.mentions("volume-id") || call.mentions("db-instance-id");
        return byId
                ? all.stream()
                        .filter(resource -> call.mentions(resource.name()))
                        .toList()
                : all;
    }

    private LabAnswer topics(LabCall call) {
        var page = paging.slice(call, call.field("NextToken"), estate.of(call, "sns:topic"));
        String items = each(
                page.items(),
                topic -> element("member", element("TopicArn", topic.id().text())));
        return result(call, element("Topics", items) + token("NextToken", page.next()));
    }

    private LabAnswer topicTags(LabCall call) {
        return estate.named(call, "sns:topic", last(call.field("ResourceArn")))
                .map(topic -> result(call, element("Tags", tags(topic, "member", "Key", "Value"))))
                .orElseGet(() -> LabAnswer.error(call, 404, "ResourceNotFound"));
    }

    private LabAnswer buckets(LabCall call) {
        String region = call.field("bucket-region");
        if (!region.equals(call.region())) {
            return LabAnswer.error(call, 400, "InvalidArgument");
        }
        var page = paging.slice(call, call.field("continuation-token"), estate.of(call, "s3:bucket"));
        String items = each(
                page.items(),
                bucket -> element("Bucket", element("Name", bucket.name()) + element("BucketRegion", region)));
        return LabAnswer.ok(
                element("ListAllMyBucketsResult", element("Buckets", items) + token("ContinuationToken", page.next())));
    }

    /** As S3 does: told to another Region than the bucket's, by name. */
    private LabAnswer headBucket(LabCall call) {
        return estate.bucket(last(call.path()))
                .map(bucket -> bucket.location().region().text())
                .map(region -> new LabAnswer(
                        region.equals(call.region()) ? 200 : 301, "", Map.of("x-amz-bucket-region", region)))
                .orElseGet(() -> LabAnswer.error(call, 404, "NoSuchBucket").withText(""));
    }

    private LabAnswer bucketTags(LabCall call) {
        var bucket = estate.named(call, "s3:bucket", last(call.path()));
        if (bucket.isEmpty()) {
            return LabAnswer.error(call, 404, "NoSuchBucket");
        }
        return LabEstate.tags(bucket.get()).isEmpty()
                ? LabAnswer.error(call, 404, "NoSuchTagSet")
                : LabAnswer.ok(element("Tagging", element("TagSet", tags(bucket.get(), "Tag", "Key", "Value"))));
    }

    private static String state(Resource resource, String usual) {
        return resource.name().startsWith("gone-") ? "deleting" : usual;
    }

    static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
    }

    private static LabAnswer result(LabCall call, String content) {
        return LabAnswer.ok(element(
                call.action() + "Response",
                element(call.action() + "Result", content) + element("ResponseMetadata", element("RequestId", "r"))));
    }

    private static String each(List<Resource> resources, Function<Resource, String> item) {
        return resources.stream().map(item).collect(Collectors.joining());
    }

    private static String tags(Resource resource, String item, String key, String value) {
        return LabEstate.tags(resource).entrySet().stream()
                .map(tag ->
                        element(item, element(key, escaped(tag.getKey())) + element(value, escaped(tag.getValue()))))
                .collect(Collectors.joining());
    }

    private static String token(String name, String token) {
        return token.isEmpty() ? "" : element(name, token);
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
