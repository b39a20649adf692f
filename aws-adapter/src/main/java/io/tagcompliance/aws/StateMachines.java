package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesResponse;
import software.amazon.awssdk.services.sfn.model.Tag;

/** State machines of Step Functions. */
final class StateMachines {
    private static final int PAGE = 1000;

    static final AwsType TYPE = AwsType.named("states:stateMachine", "stateMachine:")
            .listedBy(Listing.told(
                    Listing.of(Operation.of("states:ListStateMachines"), StateMachines::page),
                    Operation.of("states:DescribeStateMachine"),
                    StateMachines::described))
            .tagsBy("states:ListTagsForResource", StateMachines::tags);

    private StateMachines() {}

    private static Page<Entry> page(Place place, Token token) {
        ListStateMachinesResponse answer = client(place).listStateMachines(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.stateMachines().stream()
                        .map(machine -> Entry.of(machine.stateMachineArn(), machine.name())
                                .createdAt(machine.creationDate()))
                        .toList(),
                answer.nextToken());
    }

    private static Entry described(Place place, Entry machine) {
        return machine.inState(client(place)
                .describeStateMachine(
                        request -> request.stateMachineArn(machine.arn().toString()))
                .statusAsString());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTagsForResource(request -> request.resourceArn(arn.toString()))
                        .tags(),
                Tag::key,
                Tag::value);
    }

    private static SfnClient client(Place place) {
        return place.client(SfnClient.class, SfnClient::builder);
    }
}
