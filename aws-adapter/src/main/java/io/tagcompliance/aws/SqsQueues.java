package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.policy.ResourceType;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;

/** SQS queues. SQS speaks of them by URL; it gives a token for the rest of a list only to one who names a page size. */
final class SqsQueues {
    private static final int PAGE = 1000;

    static final AwsType TYPE = new AwsType(
            new ResourceType("sqs:queue"),
            new Arn.Shape("sqs", ""),
            Listing.of(Operation.of("sqs:ListQueues"), SqsQueues::page),
            new Separate("sqs", Operation.of("sqs:ListQueueTags"), SqsQueues::tags));

    private SqsQueues() {}

    private static Page<Entry> page(Place place, Token token) {
        ListQueuesResponse answer = client(place).listQueues(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.queueUrls().stream()
                        .map(url -> Entry.of(place.arn("sqs", url.substring(url.lastIndexOf('/') + 1))))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        String url = "https://sqs." + place.region() + "." + place.account().domain() + "/" + arn.account() + "/"
                + arn.name();
        return client(place).listQueueTags(request -> request.queueUrl(url)).tags();
    }

    private static SqsClient client(Place place) {
        return place.client(SqsClient.class, SqsClient::builder);
    }
}
