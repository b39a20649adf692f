package io.tagcompliance.aws;

import io.tagcompliance.aws.Acting.Seat;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The one way to AWS: bounds how many calls are under way, renews credentials that ran out, and turns the SDK's exceptions
 * into failures of ours.
 */
final class Calls {
    /** The most calls under way at once, waiting for another try included. */
    static final int AT_ONCE = 64;

    private final Turns turns = new Turns(AT_ONCE);
    private final Acting acting;
    private final RateLimits limits;

    Calls(Acting acting, RateLimits limits) {
        this.acting = acting;
        this.limits = limits;
    }

    /** The answer; every failure is a CloudException. */
    <T> T ask(Operation operation, Place place, Turns.Rank rank, Supplier<T> call) {
        Seat seat = new Seat(place.account(), place.region(), operation.service());
        enter(operation, seat, rank);
        try {
            return acting.from(seat, () -> withValidCredentials(place.account().credentials(), call));
        } catch (SdkException | UncheckedIOException e) {
            throw AwsFailures.of(operation, place.region(), e);
        } finally {
            turns.giveBack(rank);
        }
    }

    /**
     * The answer of a call that another one needs before it can go on; it has that one's permission to call.
     *
     * @throws SdkException as the SDK has it, for the other call fails with it
     */
    <T> T askWithin(Operation operation, Place place, Supplier<T> call) {
        Seat seat = new Seat(place.account(), place.region(), operation.service());
        return acting.from(seat, () -> withValidCredentials(place.account().credentials(), call));
    }

    /** The answer about one resource; empty where AWS says that there is none. */
    <T> Optional<T> askForOne(Operation operation, Place place, Supplier<T> call) {
        return ask(operation, place, Turns.Rank.GOES_ON, () -> {
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

    /** Long scans outlast credentials: those that AWS calls expired are renewed once. */
    private static <T> T withValidCredentials(Credentials credentials, Supplier<T> call) {
        int used = credentials.renewals();
        try {
            return call.get();
        } catch (AwsServiceException e) {
            if (!AwsFailures.saysThatCredentialsExpired(e)) {
                throw e;
            }
            credentials.renew(used);
            return call.get();
        }
    }

    /**
     * The rate counts a call when it has its turn: counted before, those that wait for turns would go out together. Who has
     * to wait for the rate gives the turn to others meanwhile, and comes before who begins to wait for one.
     */
    private void enter(Operation operation, Seat seat, Turns.Rank rank) {
        try {
            turns.take(rank);
            if (!limits.takeAtOnce(seat)) {
                turns.giveBack(rank);
                limits.take(seat);
                turns.takeAgain(rank);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AwsFailures.interrupted(operation, e);
        }
    }
}
