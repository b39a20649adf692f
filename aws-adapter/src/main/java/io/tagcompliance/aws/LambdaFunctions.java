package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.policy.ResourceType;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/** Lambda functions. Lambda gives out 50 a page at most, and tells when code was changed last but not when it was made. */
final class LambdaFunctions {
    private static final int PAGE = 50;

    static final AwsType TYPE = new AwsType(
            new ResourceType("lambda:function"),
            new Arn.Shape("lambda", "function:"),
            Listing.of(Operation.of("lambda:ListFunctions"), LambdaFunctions::page),
            new Separate("lambda:function", Operation.of("lambda:ListTags"), LambdaFunctions::tags));

    private LambdaFunctions() {}

    private static Page<Entry> page(Place place, Token token) {
        ListFunctionsResponse answer = client(place).listFunctions(request -> {
            request.maxItems(PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.functions().stream()
                        .map(FunctionConfiguration::functionName)
                        .map(name -> Entry.of(place.arn("lambda", "function:" + name)))
                        .toList(),
                answer.nextMarker());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place)
                .listTags(request -> request.resource(arn.toString()))
                .tags();
    }

    private static LambdaClient client(Place place) {
        return place.client(LambdaClient.class, LambdaClient::builder);
    }
}
