package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionList;
import software.amazon.awssdk.services.cloudfront.model.Tag;

/** CloudFront distributions, which lie in no Region. */
final class CloudFrontDistributions {
    private static final String PAGE = "100";

    static final AwsType TYPE = AwsType.named("cloudfront:distribution", "distribution/")
            .global()
            .listedBy("cloudfront:ListDistributions", CloudFrontDistributions::page)
            .tagsBy("cloudfront:ListTagsForResource", CloudFrontDistributions::tags);

    private CloudFrontDistributions() {}

    private static Page<Entry> page(Place place, Token token) {
        DistributionList answer = client(place)
                .listDistributions(request -> {
                    request.maxItems(PAGE);
                    token.into(request::marker);
                })
                .distributionList();
        return Page.of(
                answer.items().stream()
                        .map(distribution ->
                                Entry.of(distribution.arn(), distribution.id()).inState(distribution.status()))
                        .toList(),
                answer.nextMarker(),
                answer.isTruncated());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTagsForResource(request -> request.resource(arn.toString()))
                        .tags()
                        .items(),
                Tag::key,
                Tag::value);
    }

    private static CloudFrontClient client(Place place) {
        return place.client(CloudFrontClient.class, CloudFrontClient::builder);
    }
}
