package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.mq.MqClient;
import software.amazon.awssdk.services.mq.model.ListBrokersResponse;

/** Brokers of Amazon MQ. They are called by name, and known by an id. */
final class MqBrokers {
    private static final int PAGE = 100;

    static final AwsType TYPE = AwsType.named("mq:broker", "broker:", "([^:]+):[^:]+")
            .listedBy("mq:ListBrokers", MqBrokers::page)
            .tagsBy("mq:ListTags", MqBrokers::tags);

    private MqBrokers() {}

    private static Page<Entry> page(Place place, Token token) {
        ListBrokersResponse answer = client(place).listBrokers(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.brokerSummaries().stream()
                        .map(broker -> Entry.of(broker.brokerArn(), broker.brokerName())
                                .createdAt(broker.created())
                                .inState(broker.brokerStateAsString()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place)
                .listTags(request -> request.resourceArn(arn.toString()))
                .tags();
    }

    private static MqClient client(Place place) {
        return place.client(MqClient.class, MqClient::builder);
    }
}
