package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.policy.ResourceType;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** DynamoDB tables. The tags of a single table come in pages too. */
final class DynamoDbTables {
    private static final int PAGE = 100;
    private static final Operation TAGS = Operation.of("dynamodb:ListTagsOfResource");

    static final AwsType TYPE = new AwsType(
            new ResourceType("dynamodb:table"),
            new Arn.Shape("dynamodb", "table/"),
            Listing.of(Operation.of("dynamodb:ListTables"), DynamoDbTables::page),
            new Separate("dynamodb:table", TAGS, DynamoDbTables::tags));

    private DynamoDbTables() {}

    private static Page<Entry> page(Place place, Token token) {
        ListTablesResponse answer = client(place).listTables(request -> {
            request.limit(PAGE);
            token.into(request::exclusiveStartTableName);
        });
        return Page.of(
                answer.tableNames().stream()
                        .map(name -> Entry.of(place.arn("dynamodb", "table/" + name)))
                        .toList(),
                answer.lastEvaluatedTableName());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        Map<String, String> tags = new LinkedHashMap<>();
        Page.readAll(
                TAGS,
                token -> tagsPage(place, arn, token),
                page -> tags.putAll(Entry.tags(page.items(), Tag::key, Tag::value)));
        return tags;
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListTagsOfResourceResponse answer = client(place).listTagsOfResource(request -> {
            request.resourceArn(arn.toString());
            token.into(request::nextToken);
        });
        return Page.of(answer.tags(), answer.nextToken());
    }

    private static DynamoDbClient client(Place place) {
        return place.client(DynamoDbClient.class, DynamoDbClient::builder);
    }
}
