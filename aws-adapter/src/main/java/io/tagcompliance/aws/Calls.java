package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** The one way to AWS: bounds how many calls are under way, and turns the SDK's exceptions into failures of ours. */
final class Calls {
    /** The most calls under way at once, waiting for another try included. */
    static final int AT_ONCE = 64;

    private final Semaphore free = new Semaphore(AT_ONCE);

    /** The answer; every failure is a CloudException. */
    <T> T ask(Operation operation, Region region, Supplier<T> call) {
        enter(operation);
        try {
            return call.get();
        } catch (SdkException | UncheckedIOException e) {
            throw AwsFailures.of(operation, region, e);
        } finally {
            free.release();
        }
    }

    /** The answer about one resource; empty where AWS says that there is none. */
    <T> Optional<T> askForOne(Operation operation, Region region, Supplier<T> call) {
        return ask(operation, region, () -> {
            try {
                return Optional.of(call.get());
            } catch (AwsServiceException e) {
                if (AwsFailures.saysThatItIsAbsent(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private void enter(Operation operation) {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AwsFailures.interrupted(operation, e);
        }
    }
}
