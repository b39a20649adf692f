package io.tagcompliance.aws;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.tagcompliance.aws.Acting.Seat;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Paces calls: a token bucket for each account, Region and service, shared by whoever calls. Where AWS throttles all the
 * same, since others call too, the bucket fills more slowly for a while. Safe for many threads.
 */
final class RateLimits {
    private static final double SLOWER = 0.7;
    private static final double FASTER = 1.25;
    private static final double SLOWEST = 0.1;
    private static final long REACTION_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long RECOVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final Rates rates;
    private final LongSupplier nanos;
    private final Map<Key, Pace> paces = new ConcurrentHashMap<>();

    private record Key(AccountId account, Region region, String service) {}

    /** @param nanos a clock that only counts, as {@link System#nanoTime} */
    RateLimits(Rates rates, LongSupplier nanos) {
        this.rates = rates;
        this.nanos = nanos;
    }

    /** Waits until a call may be made from that seat. */
    void take(Seat seat) throws InterruptedException {
        pace(seat).recovered().asBlocking().consume(1);
    }

    /** Whether a call may be made from that seat just now, which is counted then; waits for nothing. */
    boolean takeAtOnce(Seat seat) {
        return pace(seat).recovered().tryConsume(1);
    }

    /** AWS refused a call from that seat since there were too many. */
    void throttled(Seat seat) {
        pace(seat).slowDown();
    }

    /** How many calls a second are made at most from that seat just now. */
    double perSecond(Seat seat) {
        return pace(seat).perSecond();
    }

    private Pace pace(Seat seat) {
        Key key = new Key(seat.account().id(), seat.region(), seat.service());
        return paces.computeIfAbsent(key, absent -> new Pace(rates.of(seat.service())));
    }

    /** The bucket of one seat, and how fast it fills compared with what is allowed. */
    private final class Pace {
        private final Rates.Rate allowed;
        private final Bucket bucket;
        private double share = 1;
        private long changed = nanos.getAsLong();

        Pace(Rates.Rate allowed) {
            this.allowed = allowed;
            this.bucket = Bucket.builder()
                    .addLimit(bandwidth())
                    .withCustomTimePrecision(new Meter(nanos))
                    .build();
        }

        synchronized double perSecond() {
            return allowed.perSecond() * share;
        }

        /** The bucket, filling faster again where AWS has not complained for a while. */
        synchronized Bucket recovered() {
            if (share < 1 && nanos.getAsLong() - changed >= RECOVERY_NANOS) {
                change(Math.min(1, share * FASTER));
            }
            return bucket;
        }

        /** Calls that were under way together are refused together: that is one reason to slow down, not many. */
        synchronized void slowDown() {
            if (share == 1 || nanos.getAsLong() - changed >= REACTION_NANOS) {
                change(Math.max(SLOWEST, share * SLOWER));
            }
        }

        private void change(double to) {
            share = to;
            changed = nanos.getAsLong();
            bucket.replaceConfiguration(
                    BucketConfiguration.builder().addLimit(bandwidth()).build(),
                    TokensInheritanceStrategy.PROPORTIONALLY);
        }

        /** Spread over a thousand seconds, since the library counts whole tokens. */
        private Bandwidth bandwidth() {
            long tokens = Math.max(1, Math.round(1000 * allowed.perSecond() * share));
            return Bandwidth.builder()
                    .capacity(Math.max(1, Math.round(allowed.burst() * share)))
                    .refillGreedy(tokens, Duration.ofSeconds(1000))
                    .build();
        }
    }

    private record Meter(LongSupplier nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
