package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** REST APIs of API Gateway, whose permissions are called after the methods of HTTP. Their ARNs name no account. */
final class RestApis {
    private static final int PAGE = 500;
    private static final Operation LIST = new Operation("apigateway:GetRestApis", "apigateway:GET");
    private static final Operation ONE = new Operation("apigateway:GetRestApi", "apigateway:GET");

    static final AwsType TYPE = AwsType.named("apigateway:restapis", "/restapis/")
            .listedBy(Listing.of(LIST, RestApis::page))
            .withTags(ONE, RestApis::tags);

    private RestApis() {}

    private static Page<Entry> page(Place place, Token token) {
        GetRestApisResponse answer = client(place).getRestApis(request -> {
            request.limit(PAGE);
            token.into(request::position);
        });
        return Page.of(answer.items().stream().map(api -> entry(place, api)).toList(), answer.position());
    }

    private static Entry entry(Place place, RestApi api) {
        return Entry.of(place.regionalArn("apigateway", "/restapis/" + api.id()))
                .called(api.name())
                .createdAt(api.createdDate())
                .tagged(api.tags());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place)
                .getRestApi(request -> request.restApiId(arn.name()))
                .tags();
    }

    private static ApiGatewayClient client(Place place) {
        return place.client(ApiGatewayClient.class, ApiGatewayClient::builder);
    }
}
