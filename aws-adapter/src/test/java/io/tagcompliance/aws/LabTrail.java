package io.tagcompliance.aws;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CloudTrail of the lab in Ireland: what happened to some names, newest first, a few events a page. */
final class LabTrail {
    static final String KNOWN = "name-000";
    static final String REUSED = "reused";
    static final String CALLED_ALIKE = "called-alike";
    static final String USED = "subnet-1";
    static final String BUCKET = "bucket-eu-west-1-000";
    static final String RETAGGED = "retagged";
    static final String RETAGGED_BUCKET = "bucket-eu-west-1-001";
    private static final int PAGE = 2;

    /** Event, source, type of the resource, user, time, error or parameters. */
    private static final Map<String, List<String>> EVENTS = Map.of(
            RETAGGED,
            List.of(
                    "UntagResource dynamodb AWS::DynamoDB::Table eve 1793000300 AccessDeniedException",
                    "UntagResource dynamodb AWS::DynamoDB::Table ann 1793000200 {\"tagKeys\":[\"Owner\"]}",
                    "TagResource dynamodb AWS::DynamoDB::Table bob 1793000100"
                            + " {\"tags\":[{\"key\":\"Stage\",\"value\":\"x\"},{\"key\":\"Owner\",\"value\":\"y\"}]}",
                    "TagResource sqs AWS::SQS::Queue sam 1793000050 {\"tags\":{\"Team\":\"x\"}}",
                    "UpdateTable dynamodb AWS::DynamoDB::Table zoe 1793000000",
                    "TagResource dynamodb AWS::DynamoDB::Table kim 1790000000 {\"tags\":{\"Team\":\"x\"}}"),
            RETAGGED_BUCKET,
            List.of("PutBucketTagging s3 AWS::S3::Bucket ann 1793000000"
                    + " {\"Tagging\":{\"TagSet\":{\"Tag\":{\"Key\":\"Owner\",\"Value\":\"x\"}}}}"),
            KNOWN,
            List.of(
                    "TagResource dynamodb AWS::DynamoDB::Table eve 1793000000",
                    "UpdateTable dynamodb AWS::DynamoDB::Table bob 1792000000",
                    "CreateTable dynamodb AWS::DynamoDB::Table ann 1790812800"),
            REUSED,
            List.of(
                    "CreateTable dynamodb AWS::DynamoDB::Table zoe 1793000000",
                    "DeleteTable dynamodb AWS::DynamoDB::Table eve 1792000000",
                    "CreateTable dynamodb AWS::DynamoDB::Table ann 1790812800"),
            CALLED_ALIKE,
            List.of(
                    "CreateTable dynamodb AWS::DynamoDB::Table fay 1793000000 ResourceInUseException",
                    "CreateQueue sqs AWS::SQS::Queue sam 1792000000"),
            USED,
            List.of(
                    "RunInstances ec2 AWS::EC2::Subnet bob 1793000000",
                    "CreateSubnet ec2 AWS::EC2::Subnet ann 1792000000"),
            BUCKET,
            List.of("CreateBucket s3 AWS::S3::Bucket ann 1790812800"));

    private LabTrail() {}

    static boolean answers(LabCall call) {
        return call.service().equals("cloudtrail");
    }

    static LabAnswer answer(LabCall call) {
        String name = call.field("AttributeValue");
        List<String> all = call.region().equals("eu-west-1") ? EVENTS.getOrDefault(name, List.of()) : List.of();
        int from = call.field("NextToken").isEmpty() ? 0 : Integer.parseInt(call.field("NextToken"));
        int to = Math.min(from + PAGE, all.size());
        String events = all.subList(from, to).stream()
                .map(event -> event(name, event.split(" ")))
                .collect(Collectors.joining(",", "\"Events\":[", "]"));
        return LabAnswer.ok(Stream.of(events, to < all.size() ? "\"NextToken\":\"" + to + "\"" : "")
                .filter(member -> !member.isEmpty())
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static String event(String name, String[] parts) {
        String more = parts.length > 5 ? parts[5] : "{}";
        String detail = more.startsWith("{") ? "\"requestParameters\":" + more : "\"errorCode\":\"" + more + "\"";
        String error = detail.replace("\"", "\\\"");
        return """
                {"EventName":"%s","EventSource":"%s.amazonaws.com","Resources":[{"ResourceType":"%s","ResourceName":"%s"}],\
                "Username":"%s","EventTime":%s,"CloudTrailEvent":"{%s}"}""".formatted(parts[0], parts[1], parts[2], name, parts[3], parts[4], error);
    }
}
