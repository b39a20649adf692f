package io.tagcompliance.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.ListDeliveryStreamsResponse;
import software.amazon.awssdk.services.firehose.model.ListTagsForDeliveryStreamResponse;
import software.amazon.awssdk.services.firehose.model.Tag;

/** Delivery streams of Firehose. It has no tokens: a list goes on after the last name. */
final class FirehoseStreams {
    private static final int PAGE = 10000;
    private static final int TAGS_PAGE = 50;
    private static final Operation TAGS = Operation.of("firehose:ListTagsForDeliveryStream");

    static final AwsType TYPE = AwsType.named("firehose:deliverystream", "deliverystream/")
            .listedBy(Listing.told(
                    Listing.of(Operation.of("firehose:ListDeliveryStreams"), FirehoseStreams::page),
                    Operation.of("firehose:DescribeDeliveryStream"),
                    FirehoseStreams::described))
            .tagsBy(TAGS.name(), FirehoseStreams::tags);

    private FirehoseStreams() {}

    private static Page<Entry> page(Place place, Token token) {
        ListDeliveryStreamsResponse answer = client(place).listDeliveryStreams(request -> {
            request.limit(PAGE);
            token.into(request::exclusiveStartDeliveryStreamName);
        });
        List<String> names = answer.deliveryStreamNames();
        return Page.of(
                names.stream()
                        .map(name -> Entry.of(place.arn("firehose", "deliverystream/" + name)))
                        .toList(),
                names.isEmpty() ? null : names.getLast(),
                answer.hasMoreDeliveryStreams());
    }

    private static Entry described(Place place, Entry stream) {
        DeliveryStreamDescription description = client(place)
                .describeDeliveryStream(
                        request -> request.deliveryStreamName(stream.arn().name()))
                .deliveryStreamDescription();
        return stream.createdAt(description.createTimestamp()).inState(description.deliveryStreamStatusAsString());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(Page.all(TAGS, token -> tagsPage(place, arn, token)), Tag::key, Tag::value);
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListTagsForDeliveryStreamResponse answer = client(place).listTagsForDeliveryStream(request -> {
            request.deliveryStreamName(arn.name()).limit(TAGS_PAGE);
            token.into(request::exclusiveStartTagKey);
        });
        List<Tag> tags = answer.tags();
        return Page.of(tags, tags.isEmpty() ? null : tags.getLast().key(), answer.hasMoreTags());
    }

    private static FirehoseClient client(Place place) {
        return place.client(FirehoseClient.class, FirehoseClient::builder);
    }
}
