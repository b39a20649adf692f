package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ListStreamsResponse;
import software.amazon.awssdk.services.kinesis.model.StreamSummary;
import software.amazon.awssdk.services.kinesis.model.Tag;

/** Kinesis streams. */
final class KinesisStreams {
    private static final int PAGE = 100;

    static final AwsType TYPE = AwsType.named("kinesis:stream", "stream/")
            .listedBy("kinesis:ListStreams", KinesisStreams::page)
            .tagsBy("kinesis:ListTagsForResource", KinesisStreams::tags);

    private KinesisStreams() {}

    private static Page<Entry> page(Place place, Token token) {
        ListStreamsResponse answer = client(place).listStreams(request -> {
            request.limit(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.streamSummaries().stream().map(KinesisStreams::entry).toList(), answer.nextToken());
    }

    private static Entry entry(StreamSummary stream) {
        return Entry.of(stream.streamARN(), stream.streamName())
                .createdAt(stream.streamCreationTimestamp())
                .inState(stream.streamStatusAsString());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTagsForResource(request -> request.resourceARN(arn.toString()))
                        .tags(),
                Tag::key,
                Tag::value);
    }

    private static KinesisClient client(Place place) {
        return place.client(KinesisClient.class, KinesisClient::builder);
    }
}
