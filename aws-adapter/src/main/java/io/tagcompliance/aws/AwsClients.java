package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The SDK's clients, one for each service and Region and number of tries, made when they are first used, all over the same connections, and
 * for all accounts. Safe for many threads.
 */
final class AwsClients implements AutoCloseable {
    /** How often a client tries. */
    enum Tries {
        /** As often as it takes to outlast a storm: what it reads is wanted. */
        MANY,
        /** Once: there is another way. */
        ONE
    }

    private record Key(Class<?> kind, Region region, Tries tries) {}

    /** What all clients share. */
    private record Shared(
            SdkHttpClient http, AwsCredentialsProvider credentials, ScheduledThreadPoolExecutor timeouts) {}

    private final Connection connection;
    private final Acting acting;
    private final RateLimits limits;
    private final Map<Key, SdkClient> clients = new ConcurrentHashMap<>();
    private @Nullable Shared shared;
    private boolean closed;

    AwsClients(Connection connection, Acting acting, RateLimits limits) {
        this.connection = connection;
        this.acting = acting;
        this.limits = limits;
    }

    <C extends SdkClient, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
            Region region, Tries tries, Class<C> kind, Supplier<B> builder) {
        return kind.cast(clients.computeIfAbsent(new Key(kind, region, tries), key -> build(key, builder.get())));
    }

    private <C extends SdkClient, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
            Key key, B builder) {
        Shared common = shared();
        // the standard mode, since S3 of us-east-1 is then asked at its Region's own endpoint, like any other
        builder.region(software.amazon.awssdk.regions.Region.of(key.region().text()))
                .credentialsProvider(common.credentials())
                .defaultsMode(DefaultsMode.STANDARD)
                .overrideConfiguration(behaviour(key.tries(), common.timeouts()))
                .httpClient(common.http());
        connection.end().accept(builder);
        return builder.build();
    }

    private synchronized Shared shared() {
        refuseIfClosed();
        Shared made = shared;
        if (made == null) {
            made = new Shared(http(), this::credentials, newTimeouts());
            shared = made;
        }
        return made;
    }

    /** Those of the account in whose name the thread asks just now. */
    private AwsCredentials credentials() {
        return acting.now().account().credentials().resolveCredentials();
    }

    private SdkHttpClient http() {
        return Apache5HttpClient.builder()
                .maxConnections(2 * Calls.AT_ONCE)
                .socketTimeout(connection.pace().attempt())
                .build();
    }

    /** Ends calls that take too long. By itself the SDK begins five threads for each client, of which there are hundreds. */
    private static ScheduledThreadPoolExecutor newTimeouts() {
        ScheduledThreadPoolExecutor timeouts = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("aws-timeouts").daemon().factory());
        timeouts.setRemoveOnCancelPolicy(true);
        return timeouts;
    }

    /** Where calls that take too long are ended; not for work. */
    ScheduledExecutorService timeouts() {
        return shared().timeouts();
    }

    private ClientOverrideConfiguration behaviour(Tries tries, ScheduledExecutorService timeouts) {
        RetryStrategy retries = switch (tries) {
            case MANY -> Retries.at(connection.pace(), () -> limits.throttled(acting.now()));
            case ONE -> AwsRetryStrategy.doNotRetry();
        };
        return ClientOverrideConfiguration.builder()
                .scheduledExecutorService(timeouts)
                .retryStrategy(retries)
                .apiCallAttemptTimeout(connection.pace().attempt())
                .apiCallTimeout(connection.pace().call())
                .addExecutionInterceptor(new RealAnswers())
                .addExecutionInterceptor(new Pacing(acting, limits))
                .build();
    }

    /** Whether the environment sends S3 to another end than AWS; buckets are then no part of the host's name. */
    boolean overridden() {
        return Stream.of("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3")
                .map(System::getenv)
                .anyMatch(url -> url != null && !url.isBlank());
    }

    /** @throws IllegalStateException after it was closed */
    synchronized void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("this AwsCloud has been closed");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        clients.values().forEach(SdkClient::close);
        clients.clear();
        Shared made = shared;
        if (made != null) {
            made.http().close();
            made.timeouts().shutdownNow();
            shared = null;
        }
    }
}
