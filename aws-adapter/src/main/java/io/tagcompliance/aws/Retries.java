package io.tagcompliance.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;
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
     *
     * @param throttled hears of every try that AWS refused since there were too many calls
     */
    static StandardRetryStrategy at(Connection.Pace pace, Runnable throttled) {
        Duration soon = pace.shortest().dividedBy(QUICKER);
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .circuitBreakerEnabled(false)
                .backoffStrategy(
                        BackoffStrategy.exponentialDelay(soon, pace.longest().dividedBy(QUICKER)))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelayHalfJitter(pace.shortest(), pace.longest()))
                .retryOnException(Retries::brokeOff)
                .treatAsThrottling(failure -> isThrottling(failure, throttled))
                .build();
    }

    /** The strategy asks this of every failed try, and so it is where throttling is heard of first. */
    private static boolean isThrottling(Throwable failure, Runnable throttled) {
        boolean refused = failure instanceof SdkException known && RetryUtils.isThrottlingException(known);
        if (refused) {
            throttled.run();
        }
        return refused;
    }

    private static boolean brokeOff(Throwable failure) {
        return causes(failure).noneMatch(Retries::isFinal) && causes(failure).anyMatch(Retries::isBadAnswer);
    }

    private static boolean isFinal(Throwable cause) {
        return cause instanceof NoCredentials
                || cause instanceof RoleRefused
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
