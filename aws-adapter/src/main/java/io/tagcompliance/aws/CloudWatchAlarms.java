package io.tagcompliance.aws;

import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** Alarms of CloudWatch. It lists those over other alarms only to one who asks for both kinds. */
final class CloudWatchAlarms {
    private static final int PAGE = 100;

    static final AwsType TYPE = AwsType.named("cloudwatch:alarm", "alarm:", "(.+)")
            .listedBy("cloudwatch:DescribeAlarms", CloudWatchAlarms::page)
            .tagsBy("cloudwatch:ListTagsForResource", CloudWatchAlarms::tags);

    private CloudWatchAlarms() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeAlarmsResponse answer = client(place).describeAlarms(request -> {
            request.maxRecords(PAGE).alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM);
            token.into(request::nextToken);
        });
        Stream<Entry> overMetrics = answer.metricAlarms().stream()
                .map(alarm -> Entry.of(alarm.alarmArn(), alarm.alarmName()).inState(alarm.stateValueAsString()));
        Stream<Entry> overAlarms = answer.compositeAlarms().stream()
                .map(alarm -> Entry.of(alarm.alarmArn(), alarm.alarmName()).inState(alarm.stateValueAsString()));
        return Page.of(Stream.concat(overMetrics, overAlarms).toList(), answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTagsForResource(request -> request.resourceARN(arn.toString()))
                        .tags(),
                Tag::key,
                Tag::value);
    }

    private static CloudWatchClient client(Place place) {
        return place.client(CloudWatchClient.class, CloudWatchClient::builder);
    }
}
