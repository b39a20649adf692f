package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ListPipelinesResponse;
import software.amazon.awssdk.services.codepipeline.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.codepipeline.model.Tag;

/** Pipelines of CodePipeline, whose ARNs are nothing but their names. */
final class Pipelines {
    private static final int PAGE = 1000;
    private static final Operation TAGS = Operation.of("codepipeline:ListTagsForResource");

    static final AwsType TYPE = AwsType.named("codepipeline:pipeline", "")
            .listedBy("codepipeline:ListPipelines", Pipelines::page)
            .tagsBy("codepipeline", TAGS.name(), Pipelines::tags);

    private Pipelines() {}

    private static Page<Entry> page(Place place, Token token) {
        ListPipelinesResponse answer = client(place).listPipelines(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.pipelines().stream()
                        .map(pipeline -> Entry.of(place.arn("codepipeline", pipeline.name()))
                                .createdAt(pipeline.created()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(Page.all(TAGS, token -> tagsPage(place, arn, token)), Tag::key, Tag::value);
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListTagsForResourceResponse answer = client(place).listTagsForResource(request -> {
            request.resourceArn(arn.toString());
            token.into(request::nextToken);
        });
        return Page.of(answer.tags(), answer.nextToken());
    }

    private static CodePipelineClient client(Place place) {
        return place.client(CodePipelineClient.class, CodePipelineClient::builder);
    }
}
