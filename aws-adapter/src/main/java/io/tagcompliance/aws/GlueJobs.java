package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.ListJobsResponse;

/** Jobs of AWS Glue, which lists nothing but names. */
final class GlueJobs {
    private static final int PAGE = 1000;

    static final AwsType TYPE = AwsType.named("glue:job", "job/", "(.+)")
            .listedBy("glue:ListJobs", GlueJobs::page)
            .tagsBy("glue:GetTags", GlueJobs::tags);

    private GlueJobs() {}

    private static Page<Entry> page(Place place, Token token) {
        ListJobsResponse answer = client(place).listJobs(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.jobNames().stream()
                        .map(name -> Entry.of(place.arn("glue", "job/" + name)).called(name))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place)
                .getTags(request -> request.resourceArn(arn.toString()))
                .tags();
    }

    private static GlueClient client(Place place) {
        return place.client(GlueClient.class, GlueClient::builder);
    }
}
