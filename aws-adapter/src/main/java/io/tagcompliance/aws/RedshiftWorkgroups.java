package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.redshiftserverless.model.ListWorkgroupsResponse;
import software.amazon.awssdk.services.redshiftserverless.model.Tag;

/** Workgroups of Redshift without servers. */
final class RedshiftWorkgroups {
    private static final int PAGE = 100;

    static final AwsType TYPE = AwsType.named("redshift-serverless:workgroup", "workgroup/")
            .listedBy("redshift-serverless:ListWorkgroups", RedshiftWorkgroups::page)
            .tagsBy("redshift-serverless:ListTagsForResource", RedshiftWorkgroups::tags);

    private RedshiftWorkgroups() {}

    private static Page<Entry> page(Place place, Token token) {
        ListWorkgroupsResponse answer = client(place).listWorkgroups(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.workgroups().stream()
                        .map(workgroup -> Entry.of(workgroup.workgroupArn(), workgroup.workgroupName())
                                .createdAt(workgroup.creationDate())
                                .inState(workgroup.statusAsString()))
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

    private static RedshiftServerlessClient client(Place place) {
        return place.client(RedshiftServerlessClient.class, RedshiftServerlessClient::builder);
    }
}
