package io.tagcompliance.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The way of the product to the lab. */
final class LabConnection {
    /** The header that names the operation. */
    static final String ACTION = "x-lab-action";

    private static final Duration NEXT_TO_NOTHING = Duration.ofMillis(10);

    static {
        // Kinesis would speak a binary form of JSON, which the lab doesn't.
        System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), "false");
    }

    private LabConnection() {}

    /** Points the product at an end, hurried up. */
    static Connection to(URI end) {
        return to(end, Rates.UNLIMITED);
    }

    /** The same at that pace. */
    static Connection to(URI end, Rates rates) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("lab-key", AwsLab.SECRET));
        return new Connection(
                client -> point(client, end),
                () -> credentials,
                new Connection.Pace(
                        NEXT_TO_NOTHING,
                        NEXT_TO_NOTHING.multipliedBy(5),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(30),
                        () -> Deadline.in(Duration.ofMinutes(5)),
                        rates));
    }

    private static void point(AwsClientBuilder<?, ?> client, URI end) {
        client.endpointOverride(end);
        client.overrideConfiguration(
                client.overrideConfiguration().copy(changed -> changed.addExecutionInterceptor(new NamesTheAction())));
    }

    private static final class NamesTheAction implements ExecutionInterceptor {
        @Override
        public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
            String action = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
            return context.httpRequest().toBuilder().putHeader(ACTION, action).build();
        }
    }
}
