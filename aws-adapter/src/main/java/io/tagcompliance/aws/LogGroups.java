package io.tagcompliance.aws;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** Log groups of CloudWatch. One of the two ARNs that it tells goes on to all streams of the group. */
final class LogGroups {
    private static final int PAGE = 50;
    private static final String ALL_STREAMS = ":*";

    static final AwsType TYPE = AwsType.named("logs:log-group", "log-group:", "([^:]+)")
            .listedBy("logs:DescribeLogGroups", LogGroups::page)
            .tagsBy("logs:ListTagsForResource", LogGroups::tags);

    private LogGroups() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeLogGroupsResponse answer = client(place).describeLogGroups(request -> {
            request.limit(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(answer.logGroups().stream().map(LogGroups::entry).toList(), answer.nextToken());
    }

    private static Entry entry(LogGroup group) {
        Entry entry = Entry.of(arn(group), group.logGroupName());
        return group.creationTime() == null ? entry : entry.createdAt(Instant.ofEpochMilli(group.creationTime()));
    }

    private static String arn(LogGroup group) {
        String arn = group.logGroupArn() == null ? group.arn() : group.logGroupArn();
        return arn.endsWith(ALL_STREAMS) ? arn.substring(0, arn.length() - ALL_STREAMS.length()) : arn;
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place)
                .listTagsForResource(request -> request.resourceArn(arn.toString()))
                .tags();
    }

    private static CloudWatchLogsClient client(Place place) {
        return place.client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
    }
}
