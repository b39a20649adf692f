package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The services that speak JSON: Lambda, DynamoDB, SQS and the Tagging API. */
final class LabJson {
    private static final Map<String, String> TYPE_OF_FILTER = Map.of(
            "s3", "s3:bucket",
            "lambda:function", "lambda:function",
            "dynamodb:table", "dynamodb:table",
            "sns", "sns:topic",
            "sqs", "sqs:queue");

    private final LabEstate estate;
    private final LabPaging paging;

    LabJson(LabEstate estate, LabPaging paging) {
        this.estate = estate;
        this.paging = paging;
    }

    LabAnswer answer(LabCall call) {
        return switch (call.operation()) {
            case "lambda:ListFunctions" -> functions(call);
            case "lambda:ListTags" -> functionTags(call);
            case "dynamodb:ListTables" -> tables(call);
            case "dynamodb:ListTagsOfResource" -> tableTags(call);
            case "sqs:ListQueues" -> queues(call);
            case "sqs:ListQueueTags" -> queueTags(call);
            case "tag:GetResources" -> everTagged(call);
            default -> LabAnswer.error(call, 400, "UnknownOperationException");
        };
    }

    private LabAnswer functions(LabCall call) {
        var page = paging.slice(call, call.field("Marker"), estate.of(call, "lambda:function"));
        return object(
                list("Functions", page.items(), function -> "{" + text("FunctionName", function.name()) + "}"),
                token("NextMarker", page.next()));
    }

    private LabAnswer functionTags(LabCall call) {
        return named(call, "lambda:function", call.path())
                .map(function -> object(map("Tags", LabEstate.tags(function))))
                .orElseGet(() -> LabAnswer.error(call, 404, "ResourceNotFoundException"));
    }

    private LabAnswer tables(LabCall call) {
        var page = paging.slice(call, call.field("ExclusiveStartTableName"), estate.of(call, "dynamodb:table"));
        return object(
                list("TableNames", page.items(), table -> quoted(table.name())),
                token("LastEvaluatedTableName", page.next()));
    }

    private LabAnswer tableTags(LabCall call) {
        return named(call, "dynamodb:table", call.field("ResourceArn"))
                .map(table -> object(list("Tags", List.of(table), LabJson::pairs)))
                .orElseGet(() -> LabAnswer.error(call, 400, "ResourceNotFoundException"));
    }

    /** As SQS does: no word of queues where there are none. */
    private LabAnswer queues(LabCall call) {
        var page = paging.slice(call, call.field("NextToken"), estate.of(call, "sqs:queue"));
        return page.items().isEmpty() && page.next().isEmpty()
                ? object()
                : object(list("QueueUrls", page.items(), LabJson::url), token("NextToken", page.next()));
    }

    private static String url(Resource queue) {
        return quoted("https://sqs.%s.amazonaws.com/%s/%s"
                .formatted(queue.location().region(), LabEstate.ACCOUNT, queue.name()));
    }

    private LabAnswer queueTags(LabCall call) {
        return named(call, "sqs:queue", call.field("QueueUrl"))
                .map(queue -> object(map("Tags", LabEstate.tags(queue))))
                .orElseGet(() -> LabAnswer.error(call, 400, "QueueDoesNotExist"));
    }

    private LabAnswer everTagged(LabCall call) {
        List<Resource> tagged = TYPE_OF_FILTER.entrySet().stream()
                .filter(filter -> call.mentions(filter.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(filter -> estate.of(call, filter.getValue()).stream())
                .filter(resource -> !LabEstate.tags(resource).isEmpty())
                .toList();
        var page = paging.slice(call, call.field("PaginationToken"), tagged);
        return object(
                list(
                        "ResourceTagMappingList",
                        page.items(),
                        resource -> "{" + text("ResourceARN", resource.id().text()) + ",\"Tags\":[" + pairs(resource)
                                + "]}"),
                text("PaginationToken", page.next()));
    }

    private Optional<Resource> named(LabCall call, String type, String path) {
        return estate.named(call, type, LabXml.last(path));
    }

    private static LabAnswer object(String... members) {
        return LabAnswer.ok(
                Stream.of(members).filter(member -> !member.isEmpty()).collect(Collectors.joining(",", "{", "}")));
    }

    private static String list(String name, List<Resource> items, Function<Resource, String> item) {
        return quoted(name) + ":" + items.stream().map(item).collect(Collectors.joining(",", "[", "]"));
    }

    private static String pairs(Resource resource) {
        return LabEstate.tags(resource).entrySet().stream()
                .map(tag -> "{" + text("Key", tag.getKey()) + "," + text("Value", tag.getValue()) + "}")
                .collect(Collectors.joining(","));
    }

    private static String map(String name, Map<String, String> entries) {
        return quoted(name) + ":"
                + entries.entrySet().stream()
                        .map(entry -> text(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String token(String name, String token) {
        return token.isEmpty() ? "" : text(name, token);
    }

    private static String text(String name, String value) {
        return quoted(name) + ":" + quoted(value);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
