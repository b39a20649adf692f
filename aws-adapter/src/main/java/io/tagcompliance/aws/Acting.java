package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * In whose name, and where, the calling thread asks just now. The SDK's clients are costly, so one for each service and
 * Region serves all accounts; what differs by account, credentials and the pace of calls, looks here.
 */
final class Acting {
    // one for each AwsCloud: two of them in one program must not see each other's account
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Seat> seat = new ThreadLocal<>();

    /** Where a call is counted: AWS limits calls for each account, Region and service. */
    record Seat(Account account, Region region, String service) {}

    /** Makes a call from that seat; a call within it may sit elsewhere for its time. */
    <T> T from(Seat there, Supplier<T> call) {
        Seat before = seat.get();
        seat.set(there);
        try {
            return call.get();
        } finally {
            leave(before);
        }
    }

    private void leave(@Nullable Seat before) {
        if (before == null) {
            seat.remove();
        } else {
            seat.set(before);
        }
    }

    /** The seat of the call under way on this thread. */
    Seat now() {
        return Objects.requireNonNull(seat.get(), "AWS is asked through Calls only");
    }
}
