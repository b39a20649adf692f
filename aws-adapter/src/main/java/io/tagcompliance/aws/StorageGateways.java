package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.storagegateway.StorageGatewayClient;
import software.amazon.awssdk.services.storagegateway.model.InvalidGatewayRequestException;
import software.amazon.awssdk.services.storagegateway.model.ListGatewaysResponse;
import software.amazon.awssdk.services.storagegateway.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.storagegateway.model.Tag;

/** Storage gateways. The service has one code for all that is wrong, and says inside what it is. */
final class StorageGateways {
    private static final int PAGE = 100;
    private static final String NOT_FOUND = "GatewayNotFound";
    private static final Operation TAGS = Operation.of("storagegateway:ListTagsForResource");

    static final AwsType TYPE = AwsType.named("storagegateway:gateway", "gateway/")
            .listedBy("storagegateway:ListGateways", StorageGateways::page)
            .tagsBy(TAGS.name(), StorageGateways::tags);

    private StorageGateways() {}

    private static Page<Entry> page(Place place, Token token) {
        ListGatewaysResponse answer = client(place).listGateways(request -> {
            request.limit(PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.gateways().stream()
                        .map(gateway -> Entry.of(gateway.gatewayARN(), gateway.gatewayName())
                                .inState(gateway.gatewayOperationalState()))
                        .toList(),
                answer.marker());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        try {
            return Entry.tags(Page.all(TAGS, token -> tagsPage(place, arn, token)), Tag::key, Tag::value);
        } catch (InvalidGatewayRequestException e) {
            throw saysNotFound(e) ? AwsFailures.absent() : e;
        }
    }

    private static boolean saysNotFound(InvalidGatewayRequestException e) {
        return e.awsErrorDetails() != null
                && e.awsErrorDetails().rawResponse() != null
                && e.awsErrorDetails().rawResponse().asUtf8String().contains(NOT_FOUND);
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListTagsForResourceResponse answer = client(place).listTagsForResource(request -> {
            request.resourceARN(arn.toString());
            token.into(request::marker);
        });
        return Page.of(answer.tags(), answer.marker());
    }

    private static StorageGatewayClient client(Place place) {
        return place.client(StorageGatewayClient.class, StorageGatewayClient::builder);
    }
}
