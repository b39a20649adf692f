package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListNotebookInstancesResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceSummary;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/** Endpoints and notebooks of SageMaker. */
final class SageMakerEndpoints {
    private static final int PAGE = 100;
    private static final Operation TAGS = Operation.of("sagemaker:ListTags");

    static final AwsType ENDPOINT = AwsType.named("sagemaker:endpoint", "endpoint/")
            .listedBy("sagemaker:ListEndpoints", SageMakerEndpoints::endpoints)
            .tagsBy(TAGS.name(), SageMakerEndpoints::tags);
    static final AwsType NOTEBOOK = AwsType.named("sagemaker:notebook-instance", "notebook-instance/")
            .listedBy("sagemaker:ListNotebookInstances", SageMakerEndpoints::notebooks)
            .tagsBy(TAGS.name(), SageMakerEndpoints::tags);

    private SageMakerEndpoints() {}

    private static Page<Entry> endpoints(Place place, Token token) {
        ListEndpointsResponse answer = client(place).listEndpoints(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.endpoints().stream()
                        .map(endpoint -> Entry.of(endpoint.endpointArn(), endpoint.endpointName())
                                .createdAt(endpoint.creationTime())
                                .inState(endpoint.endpointStatusAsString()))
                        .toList(),
                answer.nextToken());
    }

    private static Page<Entry> notebooks(Place place, Token token) {
        ListNotebookInstancesResponse answer = client(place).listNotebookInstances(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.notebookInstances().stream()
                        .map(SageMakerEndpoints::entry)
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(NotebookInstanceSummary notebook) {
        return Entry.of(notebook.notebookInstanceArn(), notebook.notebookInstanceName())
                .createdAt(notebook.creationTime())
                .inState(notebook.notebookInstanceStatusAsString());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(Page.all(TAGS, token -> tagsPage(place, arn, token)), Tag::key, Tag::value);
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListTagsResponse answer = client(place).listTags(request -> {
            request.resourceArn(arn.toString());
            token.into(request::nextToken);
        });
        return Page.of(answer.tags(), answer.nextToken());
    }

    private static SageMakerClient client(Place place) {
        return place.client(SageMakerClient.class, SageMakerClient::builder);
    }
}
