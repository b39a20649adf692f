package io.tagcompliance.aws;

import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the lab of any size answers: AWS's marshalling and page sizes, made while it is asked. */
final class ScaleAnswers {
    private final ScaleEstate estate;

    ScaleAnswers(ScaleEstate estate) {
        this.estate = estate;
    }

    String to(LabCall call) {
        return switch (call.operation()) {
            case "sts:GetCallerIdentity" -> result(call, "<Account>" + LabEstate.ACCOUNT + "</Account>");
            case "sts:AssumeRole" -> result(call, credentials(call));
            case "ec2:DescribeInstances" -> instances(slice(call, "ec2:instance", 1000, "NextToken"));
            case "ec2:DescribeVolumes" -> volumes(slice(call, "ec2:volume", 1000, "NextToken"));
            case "rds:DescribeDBInstances" -> result(call, databases(slice(call, "rds:db", 100, "Marker")));
            case "sns:ListTopics" -> result(call, topics(slice(call, "sns:topic", 100, "NextToken")));
            case "s3:ListBuckets" -> buckets(slice(call, "s3:bucket", 10_000, "continuation-token"));
            case "lambda:ListFunctions" -> functions(slice(call, "lambda:function", 50, "Marker"));
            case "dynamodb:ListTables" -> tables(slice(call, "dynamodb:table", 100, "ExclusiveStartTableName"));
            case "sqs:ListQueues" -> queues(slice(call, "sqs:queue", 1000, "NextToken"));
            case "tag:GetResources" -> tagged(call);
            default -> nothing(call);
        };
    }

    private static String instances(Slice some) {
        String items = some.each(
                number -> "<item><instancesSet><item><instanceId>" + some.name(number) + "</instanceId><tagSet>"
                        + some.xmlTags(number, "item", "key", "value") + "</tagSet></item></instancesSet></item>");
        return root(
                "DescribeInstancesResponse",
                "<reservationSet>" + items + "</reservationSet>" + some.next("<nextToken>%s</nextToken>"));
    }

    private static String volumes(Slice some) {
        String items = some.each(
                number -> "<item><volumeId>" + some.name(number) + "</volumeId><status>in-use</status><tagSet>"
                        + some.xmlTags(number, "item", "key", "value") + "</tagSet></item>");
        return root(
                "DescribeVolumesResponse",
                "<volumeSet>" + items + "</volumeSet>" + some.next("<nextToken>%s</nextToken>"));
    }

    private static String databases(Slice some) {
        String items = some.each(number -> "<DBInstance><DBInstanceIdentifier>" + some.name(number)
                + "</DBInstanceIdentifier><DBInstanceArn>" + some.arn(number) + "</DBInstanceArn><TagList>"
                + some.xmlTags(number, "Tag", "Key", "Value") + "</TagList></DBInstance>");
        return "<DBInstances>" + items + "</DBInstances>" + some.next("<Marker>%s</Marker>");
    }

    private static String topics(Slice some) {
        String items = some.each(number -> "<member><TopicArn>" + some.arn(number) + "</TopicArn></member>");
        return "<Topics>" + items + "</Topics>" + some.next("<NextToken>%s</NextToken>");
    }

    private static String buckets(Slice some) {
        String items = some.each(number -> "<Bucket><Name>" + some.name(number) + "</Name><BucketRegion>"
                + some.call().region() + "</BucketRegion></Bucket>");
        return root(
                "ListAllMyBucketsResult",
                "<Buckets>" + items + "</Buckets>" + some.next("<ContinuationToken>%s</ContinuationToken>"));
    }

    private static String functions(Slice some) {
        String items = some.list(number -> "{\"FunctionName\":\"" + some.name(number) + "\"}");
        return "{\"Functions\":[" + items + "]" + some.next(",\"NextMarker\":\"%s\"") + "}";
    }

    private static String tables(Slice some) {
        String items = some.list(number -> "\"" + some.name(number) + "\"");
        return "{\"TableNames\":[" + items + "]" + some.next(",\"LastEvaluatedTableName\":\"%s\"") + "}";
    }

    private static String queues(Slice some) {
        String items = some.list(number -> "\"https://q/" + some.name(number) + "\"");
        return "{\"QueueUrls\":[" + items + "]" + some.next(",\"NextToken\":\"%s\"") + "}";
    }

    /** Everything that was ever tagged of the types asked for, a hundred a page: of five resources the first never was. */
    private String tagged(LabCall call) {
        StringBuilder items = new StringBuilder();
        int skip = number(call.field("PaginationToken"));
        int before = 0;
        int taken = 0;
        for (String type : ScaleEstate.types()) {
            int all = call.mentions(filter(type)) ? estate.count(type, call.region()) : 0;
            int ever = all - Math.ceilDiv(all, 5);
            for (int nth = Math.max(0, skip - before); nth < ever && taken < 100; nth++, taken++) {
                items.append(taken == 0 ? "" : ",").append(tagged(call, type, nth + nth / 4 + 1));
            }
            before += ever;
        }
        String next = skip + taken < before ? Integer.toString(skip + taken) : "";
        return "{\"ResourceTagMappingList\":[" + items + "],\"PaginationToken\":\"" + next + "\"}";
    }

    private static String tagged(LabCall call, String type, int number) {
        String tags = ScaleEstate.tags(type, number).entrySet().stream()
                .map(tag -> "{\"Key\":\"" + tag.getKey() + "\",\"Value\":\"" + tag.getValue() + "\"}")
                .collect(Collectors.joining(","));
        return "{\"ResourceARN\":\"" + ScaleEstate.arn(call.account(), call.region(), type, number) + "\",\"Tags\":["
                + tags + "]}";
    }

    private static String filter(String type) {
        return switch (type) {
            case "s3:bucket", "sns:topic", "sqs:queue" -> type.substring(0, type.indexOf(':'));
            default -> type;
        };
    }

    private static String credentials(LabCall call) {
        String account = call.field("RoleArn").replaceFirst("arn:aws:iam::(\\d{12}):.*", "$1");
        return "<Credentials><AccessKeyId>temporary-" + account + "-1</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
                + "<SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>";
    }

    /** What a service says that has nothing, in the protocol that it was asked in. */
    private static String nothing(LabCall call) {
        boolean xml = Set.of("s3", "ec2", "cloudfront", "route53").contains(call.service());
        String json = call.fields().containsKey("Action") ? result(call, "") : "{}";
        return xml ? root(call.action() + "Response", "") : json;
    }

    private static String result(LabCall call, String content) {
        return root(call.action() + "Response", root(call.action() + "Result", content));
    }

    private static String root(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static int number(String token) {
        return token.isEmpty() ? 0 : Integer.parseInt(token);
    }

    private Slice slice(LabCall call, String type, int size, String tokenField) {
        int from = number(call.field(tokenField));
        int all = estate.count(type, call.region());
        return new Slice(call, type, from, Math.min(all, from + size), all);
    }

    /** Some resources of one type in the place of a call, by their numbers. */
    private record Slice(LabCall call, String type, int from, int to, int all) {
        String each(IntFunction<String> item) {
            return IntStream.range(from, to).mapToObj(item).collect(Collectors.joining());
        }

        String list(IntFunction<String> item) {
            return IntStream.range(from, to).mapToObj(item).collect(Collectors.joining(","));
        }

        String name(int number) {
            return ScaleEstate.name(call.account(), call.region(), type, number);
        }

        String arn(int number) {
            return ScaleEstate.arn(call.account(), call.region(), type, number);
        }

        String xmlTags(int number, String item, String key, String value) {
            Map<String, String> tags = ScaleEstate.tags(type, number);
            return tags.entrySet().stream()
                    .map(tag -> "<" + item + "><" + key + ">" + tag.getKey() + "</" + key + "><" + value + ">"
                            + tag.getValue() + "</" + value + "></" + item + ">")
                    .collect(Collectors.joining());
        }

        String next(String form) {
            return to < all ? form.formatted(to) : "";
        }
    }
}
