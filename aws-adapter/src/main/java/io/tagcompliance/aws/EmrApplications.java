package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.ListApplicationsResponse;

/** Applications of EMR without servers. Terminated ones stay listed for a while and are no resources. */
final class EmrApplications {
    private static final int PAGE = 50;

    static final AwsType TYPE = AwsType.named("emr-serverless:applications", "/applications/")
            .listedBy("emr-serverless:ListApplications", EmrApplications::page)
            .tagsBy("emr-serverless:ListTagsForResource", EmrApplications::tags);

    private EmrApplications() {}

    private static Page<Entry> page(Place place, Token token) {
        ListApplicationsResponse answer = client(place).listApplications(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.applications().stream()
                        .filter(application -> application.state() != ApplicationState.TERMINATED)
                        .map(application -> Entry.of(application.arn(), application.id())
                                .called(application.name())
                                .createdAt(application.createdAt())
                                .inState(application.stateAsString()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place)
                .listTagsForResource(request -> request.resourceArn(arn.toString()))
                .tags();
    }

    private static EmrServerlessClient client(Place place) {
        return place.client(EmrServerlessClient.class, EmrServerlessClient::builder);
    }
}
