package io.tagcompliance.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** When a failed call is tried again, and how long is waited before. */
final class Retries {
    private static final int ATTEMPTS = 10;
    private static final int QUICKER = 5;

    private Retries() {}

    /**
     * The SDK's standard strategy, which knows what AWS calls throttling; besides, an answer that breaks off is asked for
     * again. It has no circuit breaker: that would turn one slow Region into failures of the others.
     */
    static StandardRetryStrategy at(Connection.Pace pace) {
        Duration soon = pace.shortest().dividedBy(QUICKER);
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .circuitBreakerEnabled(false)
                .backoffStrategy(
                        BackoffStrategy.exponentialDelay(soon, pace.longest().dividedBy(QUICKER)))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelayHalfJitter(pace.shortest(), pace.longest()))
                .retryOnException(Retries::brokeOff)
                .build();
    }

    private static boolean brokeOff(Throwable failure) {
        return causes(failure).noneMatch(Retries::isFinal) && causes(failure).anyMatch(Retries::isBadAnswer);
    }

    private static boolean isFinal(Throwable cause) {
        return cause instanceof NoCredentials
                || cause instanceof AbortedException
                || cause instanceof ApiCallTimeoutException;
    }

    private static boolean isBadAnswer(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof UncheckedIOException
                || cause instanceof XMLStreamException;
    }

    /** A failure and everything under it. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
