package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.kinesisanalyticsv2.KinesisAnalyticsV2Client;
import software.amazon.awssdk.services.kinesisanalyticsv2.model.ListApplicationsResponse;
import software.amazon.awssdk.services.kinesisanalyticsv2.model.Tag;

/** Applications of managed Flink, which still has the name of Kinesis Analytics. */
final class FlinkApplications {
    private static final int PAGE = 50;

    static final AwsType TYPE = AwsType.named("kinesisanalytics:application", "application/")
            .listedBy("kinesisanalytics:ListApplications", FlinkApplications::page)
            .tagsBy("kinesisanalytics:ListTagsForResource", FlinkApplications::tags);

    private FlinkApplications() {}

    private static Page<Entry> page(Place place, Token token) {
        ListApplicationsResponse answer = client(place).listApplications(request -> {
            request.limit(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.applicationSummaries().stream()
                        .map(application -> Entry.of(application.applicationARN(), application.applicationName())
                                .inState(application.applicationStatusAsString()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTagsForResource(request -> request.resourceARN(arn.toString()))
                        .tags(),
                Tag::key,
                Tag::value);
    }

    private static KinesisAnalyticsV2Client client(Place place) {
        return place.client(KinesisAnalyticsV2Client.class, KinesisAnalyticsV2Client::builder);
    }
}
