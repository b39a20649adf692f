package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.synthetics.SyntheticsClient;
import software.amazon.awssdk.services.synthetics.model.Canary;
import software.amazon.awssdk.services.synthetics.model.DescribeCanariesResponse;

/** Canaries of CloudWatch Synthetics. */
final class SyntheticsCanaries {
    private static final int PAGE = 20;

    static final AwsType TYPE = AwsType.named("synthetics:canary", "canary:")
            .listedBy("synthetics:DescribeCanaries", SyntheticsCanaries::page)
            .withTags(Operation.of("synthetics:ListTagsForResource"), SyntheticsCanaries::tags);

    private SyntheticsCanaries() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeCanariesResponse answer = client(place).describeCanaries(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.canaries().stream().map(canary -> entry(place, canary)).toList(), answer.nextToken());
    }

    private static Entry entry(Place place, Canary canary) {
        Entry entry =
                Entry.of(place.arn("synthetics", "canary:" + canary.name())).tagged(canary.tags());
        Entry dated = canary.timeline() == null
                ? entry
                : entry.createdAt(canary.timeline().created());
        return canary.status() == null ? dated : dated.inState(canary.status().stateAsString());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place)
                .listTagsForResource(request -> request.resourceArn(arn.toString()))
                .tags();
    }

    private static SyntheticsClient client(Place place) {
        return place.client(SyntheticsClient.class, SyntheticsClient::builder);
    }
}
