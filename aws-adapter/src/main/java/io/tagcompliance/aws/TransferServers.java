package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.transfer.TransferClient;
import software.amazon.awssdk.services.transfer.model.ListServersResponse;
import software.amazon.awssdk.services.transfer.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.transfer.model.Tag;

/** Servers of the Transfer Family. */
final class TransferServers {
    private static final int PAGE = 1000;
    private static final Operation TAGS = Operation.of("transfer:ListTagsForResource");

    static final AwsType TYPE = AwsType.named("transfer:server", "server/")
            .listedBy("transfer:ListServers", TransferServers::page)
            .tagsBy(TAGS.name(), TransferServers::tags);

    private TransferServers() {}

    private static Page<Entry> page(Place place, Token token) {
        ListServersResponse answer = client(place).listServers(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.servers().stream()
                        .map(server -> Entry.of(server.arn(), server.serverId()).inState(server.stateAsString()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(Page.all(TAGS, token -> tagsPage(place, arn, token)), Tag::key, Tag::value);
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListTagsForResourceResponse answer = client(place).listTagsForResource(request -> {
            request.arn(arn.toString());
            token.into(request::nextToken);
        });
        return Page.of(answer.tags(), answer.nextToken());
    }

    private static TransferClient client(Place place) {
        return place.client(TransferClient.class, TransferClient::builder);
    }
}
