package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;

/** HTTP and WebSocket APIs of API Gateway, which have an API of their own. */
final class HttpApis {
    private static final String PAGE = "100";
    private static final Operation LIST = new Operation("apigateway:GetApis", "apigateway:GET");
    private static final Operation ONE = new Operation("apigateway:GetApi", "apigateway:GET");

    static final AwsType TYPE = AwsType.named("apigateway:apis", "/apis/")
            .listedBy(Listing.of(LIST, HttpApis::page))
            .withTags(ONE, HttpApis::tags);

    private HttpApis() {}

    private static Page<Entry> page(Place place, Token token) {
        GetApisResponse answer = client(place).getApis(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(answer.items().stream().map(api -> entry(place, api)).toList(), answer.nextToken());
    }

    private static Entry entry(Place place, Api api) {
        return Entry.of(place.regionalArn("apigateway", "/apis/" + api.apiId()))
                .called(api.name())
                .createdAt(api.createdDate())
                .tagged(api.tags());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place).getApi(request -> request.apiId(arn.name())).tags();
    }

    private static ApiGatewayV2Client client(Place place) {
        return place.client(ApiGatewayV2Client.class, ApiGatewayV2Client::builder);
    }
}
