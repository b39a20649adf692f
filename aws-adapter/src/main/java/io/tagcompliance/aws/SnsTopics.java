package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.policy.ResourceType;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.Tag;

/** SNS topics. The Tagging API knows them by the name of the service alone, as their ARNs do. */
final class SnsTopics {
    static final AwsType TYPE = new AwsType(
            new ResourceType("sns:topic"),
            new Arn.Shape("sns", ""),
            Listing.of(Operation.of("sns:ListTopics"), SnsTopics::page),
            new Separate("sns", Operation.of("sns:ListTagsForResource"), SnsTopics::tags));

    private SnsTopics() {}

    private static Page<Entry> page(Place place, Token token) {
        ListTopicsResponse answer = client(place).listTopics(request -> token.into(request::nextToken));
        return Page.of(
                answer.topics().stream()
                        .map(topic ->
                                topic.topicArn().substring(topic.topicArn().lastIndexOf(':') + 1))
                        .map(name -> Entry.of(place.arn("sns", name)))
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

    private static SnsClient client(Place place) {
        return place.client(SnsClient.class, SnsClient::builder);
    }
}
