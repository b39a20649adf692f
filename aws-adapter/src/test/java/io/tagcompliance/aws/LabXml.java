package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is no list of resources: the identity, the Regions; and S3, which is like no other service. */
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

    private LabAnswer buckets(LabCall call) {
        String region = call.field("bucket-region");
        if (!region.equals(call.region())) {
            return LabAnswer.error(call, 400, "InvalidArgument");
        }
        var page = paging.slice(call, call.field("continuation-token"), estate.of(call, "s3:bucket"));
        String items = each(
                page.items(),
                bucket -> element(
                        "Bucket",
                        element("Name", bucket.name())
                                + element("CreationDate", LabRow.MADE.toString())
                                + element("BucketRegion", region)));
        return LabAnswer.ok(
                element("ListAllMyBucketsResult", element("Buckets", items) + token("ContinuationToken", page.next())));
    }

    /** As S3 does: told to another Region than the bucket's, by name. */
    private LabAnswer headBucket(LabCall call) {
        return estate.bucket(last(call.path()))
                .map(bucket -> bucket.location().region().text())
                .map(region -> new LabAnswer(
                        region.equals(call.region()) ? 200 : 301, "", Map.of("x-amz-bucket-region", region)))
                .orElseGet(() -> new LabAnswer(404, "", Map.of("x-amz-request-id", "r")));
    }

    private LabAnswer bucketTags(LabCall call) {
        var bucket = estate.named(call, "s3:bucket");
        if (bucket.isEmpty()) {
            return LabAnswer.error(call, 404, "NoSuchBucket");
        }
        return LabEstate.tags(bucket.get()).isEmpty()
                ? LabAnswer.error(call, 404, "NoSuchTagSet")
                : LabAnswer.ok(element("Tagging", element("TagSet", tags(bucket.get(), "Tag", "Key", "Value"))));
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
