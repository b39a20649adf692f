package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.Tag;

/** Repositories of container images. */
final class EcrRepositories {
    private static final int PAGE = 1000;

    static final AwsType TYPE = AwsType.named("ecr:repository", "repository/", "(.+)")
            .listedBy("ecr:DescribeRepositories", EcrRepositories::page)
            .tagsBy("ecr:ListTagsForResource", EcrRepositories::tags);

    private EcrRepositories() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeRepositoriesResponse answer = client(place).describeRepositories(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.repositories().stream()
                        .map(repository -> Entry.of(repository.repositoryArn(), repository.repositoryName())
                                .createdAt(repository.createdAt()))
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

    private static EcrClient client(Place place) {
        return place.client(EcrClient.class, EcrClient::builder);
    }
}
