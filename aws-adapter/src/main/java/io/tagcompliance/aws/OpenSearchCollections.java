package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.opensearchserverless.OpenSearchServerlessClient;
import software.amazon.awssdk.services.opensearchserverless.model.ListCollectionsResponse;
import software.amazon.awssdk.services.opensearchserverless.model.Tag;

/** Collections of OpenSearch without servers. */
final class OpenSearchCollections {
    private static final int PAGE = 100;

    static final AwsType TYPE = AwsType.named("aoss:collection", "collection/")
            .listedBy("aoss:ListCollections", OpenSearchCollections::page)
            .tagsBy("aoss:ListTagsForResource", OpenSearchCollections::tags);

    private OpenSearchCollections() {}

    private static Page<Entry> page(Place place, Token token) {
        ListCollectionsResponse answer = client(place).listCollections(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.collectionSummaries().stream()
                        .map(collection ->
                                Entry.of(collection.arn(), collection.name()).inState(collection.statusAsString()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTagsForResource(request -> request.resourceArn(arn.toString()))
                        .tags(),
                Tag::key,
                Tag::value);
    }

    private static OpenSearchServerlessClient client(Place place) {
        return place.client(OpenSearchServerlessClient.class, OpenSearchServerlessClient::builder);
    }
}
