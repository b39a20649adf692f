package io.tagcompliance.billing;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.AthenaClientBuilder;
import software.amazon.awssdk.services.athena.model.MetadataException;

/** The way to Athena, made with the first call. Safe for many threads. */
final class AthenaConnection implements AutoCloseable {
    private static final Set<String> SIGNED_BADLY = Set.of(
            "ExpiredTokenException",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException",
            "UnrecognizedClientException");

    private final AthenaSettings settings;
    private final UnaryOperator<AthenaClientBuilder> end;
    private @Nullable AthenaClient client;

    AthenaConnection(AthenaSettings settings, UnaryOperator<AthenaClientBuilder> end) {
        this.settings = settings;
        this.end = end;
    }

    /**
     * The answer of some calls, which are made on a virtual thread: such a one can be interrupted while it waits for the network.
     *
     * @throws UnreadableException where one fails
     */
    <T> T ask(Function<AthenaClient, T> calls) throws InterruptedException {
        FutureTask<T> work = new FutureTask<>(() -> calls.apply(client()));
        Thread worker = Thread.ofVirtual().name("athena").start(work);
        try {
            return work.get();
        } catch (InterruptedException leaving) {
            worker.interrupt();
            throw leaving;
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case SdkException refused -> new UnreadableException(failure(refused), refused);
                case RuntimeException bug -> bug;
                case Error worse -> throw worse;
                case null, default -> new CancellationException("a question to Athena was ended");
            };
        }
    }

    private synchronized AthenaClient client() {
        AthenaClient made = client;
        if (made == null) {
            AthenaClientBuilder builder = AthenaClient.builder().httpClientBuilder(Apache5HttpClient.builder());
            if (!settings.region().isEmpty()) {
                builder.region(Region.of(settings.region()));
            }
            made = end.apply(builder).build();
            client = made;
        }
        return made;
    }

    /** What AWS says names buckets and accounts, so only its kind is told. */
    private static ReadFailure failure(SdkException refused) {
        if (refused instanceof MetadataException) {
            return Athena.failure(
                    Kind.UNAVAILABLE,
                    "Athena has no such table in that Region, or may not show it: check bill and allow glue:GetTable");
        }
        String code = refused instanceof AwsServiceException answer
                ? Optional.ofNullable(answer.awsErrorDetails())
                        .map(AwsErrorDetails::errorCode)
                        .orElse("")
                : "";
        if (code.startsWith("AccessDenied")) {
            return Athena.failure(
                    Kind.ACCESS_DENIED,
                    "allow athena:GetTableMetadata, athena:StartQueryExecution, athena:GetQueryExecution,"
                            + " athena:GetQueryResults and glue:GetTable to the identity in use");
        }
        return SIGNED_BADLY.contains(code)
                ? Athena.failure(Kind.UNAUTHENTICATED, "AWS does not accept the credentials: sign in again")
                : Athena.failure(
                        Kind.UNAVAILABLE,
                        "Athena gave no usable answer: check credentials, Region, workgroup and network, or try again later");
    }

    @Override
    public synchronized void close() {
        AthenaClient made = client;
        if (made != null) {
            made.close();
        }
    }
}
