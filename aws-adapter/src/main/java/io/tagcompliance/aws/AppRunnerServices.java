package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.apprunner.AppRunnerClient;
import software.amazon.awssdk.services.apprunner.model.ListServicesResponse;
import software.amazon.awssdk.services.apprunner.model.Tag;

/** App Runner services. */
final class AppRunnerServices {
    private static final int PAGE = 20;

    static final AwsType TYPE = AwsType.named("apprunner:service", "service/", "([^/]+)/[^/]+")
            .listedBy("apprunner:ListServices", AppRunnerServices::page)
            .tagsBy("apprunner:ListTagsForResource", AppRunnerServices::tags);

    private AppRunnerServices() {}

    private static Page<Entry> page(Place place, Token token) {
        ListServicesResponse answer = client(place).listServices(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.serviceSummaryList().stream()
                        .map(service -> Entry.of(service.serviceArn(), service.serviceName())
                                .createdAt(service.createdAt())
                                .inState(service.statusAsString()))
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

    private static AppRunnerClient client(Place place) {
        return place.client(AppRunnerClient.class, AppRunnerClient::builder);
    }
}
