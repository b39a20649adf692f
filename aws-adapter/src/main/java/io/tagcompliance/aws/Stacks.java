package io.tagcompliance.aws;

import io.tagcompliance.core.resource.ParentLink.Kind;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Stacks of CloudFormation. Only its words tell an absent one from another mistake. */
final class Stacks {
    private static final Operation DESCRIBE = Operation.of("cloudformation:DescribeStacks");

    static final AwsType TYPE = AwsType.named("cloudformation:stack", "stack/", "([^/]+)/[^/]+")
            .listedBy(DESCRIBE.name(), Stacks::page)
            .withTags(DESCRIBE, Stacks::tags);

    private Stacks() {}

    /** CloudFormation sets the size of its pages by itself. */
    private static Page<Entry> page(Place place, Token token) {
        DescribeStacksResponse answer = client(place).describeStacks(request -> {
            token.into(request::nextToken);
        });
        return Page.of(
                answer.stacks().stream()
                        .filter(Stacks::remains)
                        .map(Stacks::entry)
                        .toList(),
                answer.nextToken());
    }

    private static boolean remains(Stack stack) {
        return stack.stackStatus() != StackStatus.DELETE_COMPLETE;
    }

    private static Entry entry(Stack stack) {
        return Entry.of(stack.stackId(), stack.stackName())
                .createdAt(stack.creationTime())
                .inState(stack.stackStatusAsString())
                .tagged(Entry.tags(stack.tags(), Tag::key, Tag::value))
                .of(Kind.STACK, stack.parentId());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        try {
            return client(place).describeStacks(request -> request.stackName(arn.toString())).stacks().stream()
                    .filter(Stacks::remains)
                    .findFirst()
                    .map(stack -> Entry.tags(stack.tags(), Tag::key, Tag::value))
                    .orElseThrow(AwsFailures::absent);
        } catch (CloudFormationException e) {
            throw String.valueOf(e.getMessage()).contains("does not exist") ? AwsFailures.absent() : e;
        }
    }

    private static CloudFormationClient client(Place place) {
        return place.client(CloudFormationClient.class, CloudFormationClient::builder);
    }
}
