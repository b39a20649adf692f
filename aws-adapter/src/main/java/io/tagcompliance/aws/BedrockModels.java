package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileType;
import software.amazon.awssdk.services.bedrock.model.ListCustomModelsResponse;
import software.amazon.awssdk.services.bedrock.model.ListInferenceProfilesResponse;
import software.amazon.awssdk.services.bedrock.model.ListProvisionedModelThroughputsResponse;
import software.amazon.awssdk.services.bedrock.model.ProvisionedModelSummary;
import software.amazon.awssdk.services.bedrock.model.Tag;

/** What is paid by the month, the hour or the token in Bedrock: models of one's own, bought throughput, and the profiles of applications. */
final class BedrockModels {
    private static final int PAGE = 1000;
    private static final String TAGS = "bedrock:ListTagsForResource";

    static final AwsType CUSTOM = AwsType.named("bedrock:custom-model", "custom-model/", ".+/([^:/]+)")
            .listedBy("bedrock:ListCustomModels", BedrockModels::custom)
            .tagsOnlyBy(TAGS, BedrockModels::tags);
    static final AwsType PROVISIONED = AwsType.named("bedrock:provisioned-model", "provisioned-model/")
            .listedBy("bedrock:ListProvisionedModelThroughputs", BedrockModels::provisioned)
            .tagsOnlyBy(TAGS, BedrockModels::tags);
    static final AwsType PROFILE = AwsType.named(
                    "bedrock:application-inference-profile", "application-inference-profile/")
            .listedBy("bedrock:ListInferenceProfiles", BedrockModels::profiles)
            .tagsOnlyBy(TAGS, BedrockModels::tags);

    private BedrockModels() {}

    private static Page<Entry> custom(Place place, Token token) {
        ListCustomModelsResponse answer = client(place).listCustomModels(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.modelSummaries().stream()
                        .map(model ->
                                Entry.of(model.modelArn(), model.modelName()).createdAt(model.creationTime()))
                        .toList(),
                answer.nextToken());
    }

    private static Page<Entry> provisioned(Place place, Token token) {
        ListProvisionedModelThroughputsResponse answer = client(place).listProvisionedModelThroughputs(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.provisionedModelSummaries().stream()
                        .map(BedrockModels::entry)
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(ProvisionedModelSummary model) {
        return Entry.of(model.provisionedModelArn(), model.provisionedModelName())
                .createdAt(model.creationTime())
                .inState(model.statusAsString());
    }

    /** Not those that AWS itself defines. */
    private static Page<Entry> profiles(Place place, Token token) {
        ListInferenceProfilesResponse answer = client(place).listInferenceProfiles(request -> {
            request.maxResults(PAGE).typeEquals(InferenceProfileType.APPLICATION);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.inferenceProfileSummaries().stream()
                        .map(profile -> Entry.of(profile.inferenceProfileArn(), profile.inferenceProfileName())
                                .createdAt(profile.createdAt())
                                .inState(profile.statusAsString()))
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

    private static BedrockClient client(Place place) {
        return place.client(BedrockClient.class, BedrockClient::builder);
    }
}
