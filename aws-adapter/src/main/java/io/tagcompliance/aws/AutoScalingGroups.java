package io.tagcompliance.aws;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Auto Scaling groups. Only one that is being deleted has a state. */
final class AutoScalingGroups {
    private static final int PAGE = 100;
    private static final Operation DESCRIBE = Operation.of("autoscaling:DescribeAutoScalingGroups");

    static final AwsType TYPE = AwsType.named(
                    "autoscaling:autoScalingGroup", "autoScalingGroup:", "[^:]+:autoScalingGroupName/(.+)")
            .listedBy(DESCRIBE.name(), AutoScalingGroups::page)
            .foundBy(AutoScalingGroups::lookup);

    private AutoScalingGroups() {}

    private static Page<Entry> page(Place place, Token token) {
        return page(place, token, request -> {});
    }

    private static List<Entry> lookup(Place place, List<Arn> arns) {
        List<String> names = arns.stream().map(arn -> TYPE.shape().nameIn(arn)).toList();
        return Page.all(DESCRIBE, token -> page(place, token, request -> request.autoScalingGroupNames(names)));
    }

    private static Page<Entry> page(
            Place place, Token token, Consumer<DescribeAutoScalingGroupsRequest.Builder> narrowing) {
        DescribeAutoScalingGroupsResponse answer = place.client(AutoScalingClient.class, AutoScalingClient::builder)
                .describeAutoScalingGroups(request -> {
                    request.maxRecords(PAGE);
                    narrowing.accept(request);
                    token.into(request::nextToken);
                });
        return Page.of(
                answer.autoScalingGroups().stream()
                        .filter(group -> group.status() == null)
                        .map(AutoScalingGroups::entry)
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(AutoScalingGroup group) {
        return Entry.of(group.autoScalingGroupARN(), group.autoScalingGroupName())
                .createdAt(group.createdTime())
                .tagged(Entry.tags(group.tags(), TagDescription::key, TagDescription::value));
    }
}
