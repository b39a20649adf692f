package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.ListProjectsResponse;
import software.amazon.awssdk.services.codebuild.model.Tag;

/** Projects of CodeBuild, which lists nothing but names, and as many a page as it likes. */
final class BuildProjects {
    static final AwsType TYPE = AwsType.named("codebuild:project", "project/")
            .listedBy("codebuild:ListProjects", BuildProjects::page)
            .tagsBy("codebuild:BatchGetProjects", BuildProjects::tags);

    private BuildProjects() {}

    private static Page<Entry> page(Place place, Token token) {
        ListProjectsResponse answer = client(place).listProjects(request -> {
            token.into(request::nextToken);
        });
        return Page.of(
                answer.projects().stream()
                        .map(name -> Entry.of(place.arn("codebuild", "project/" + name)))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place).batchGetProjects(request -> request.names(arn.name())).projects().stream()
                .findFirst()
                .map(project -> Entry.tags(project.tags(), Tag::key, Tag::value))
                .orElseThrow(AwsFailures::absent);
    }

    private static CodeBuildClient client(Place place) {
        return place.client(CodeBuildClient.class, CodeBuildClient::builder);
    }
}
