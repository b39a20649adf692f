package io.tagcompliance.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Throttling as AWS does it: a token bucket for each account, Region and service; a call that finds it empty is refused. */
final class LabThrottle {
    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final Map<Seat, Bucket> buckets = new ConcurrentHashMap<>();
    private volatile Rates rates = Rates.UNLIMITED;

    private record Seat(String account, String region, String service) {}

    /** The calls that came to one bucket, those that were refused included. */
    record Arrivals(String service, int calls, int refused, Duration time) {}

    /** From now on so many calls are allowed. */
    void to(Rates allowed) {
        rates = allowed;
        buckets.clear();
    }

    boolean refuses(LabCall call) {
        String service = call.operation().substring(0, call.operation().indexOf(':'));
        Seat seat = new Seat(call.account(), call.region(), service);
        return !buckets.computeIfAbsent(seat, absent -> new Bucket(rates.of(service)))
                .hasOneMore();
    }

    List<Arrivals> arrivals() {
        List<Arrivals> arrivals = new ArrayList<>();
        buckets.forEach((seat, bucket) -> arrivals.add(bucket.arrivals(seat.service())));
        return arrivals;
    }

    private static final class Bucket {
        private final Rates.Rate rate;
        private final long begun = System.nanoTime();
        private long last = begun;
        private double tokens;
        private int calls;
        private int refused;

        Bucket(Rates.Rate rate) {
            this.rate = rate;
            this.tokens = rate.burst();
        }

        synchronized boolean hasOneMore() {
            long now = System.nanoTime();
            tokens = Math.min(rate.burst(), tokens + (now - last) / NANOS * rate.perSecond());
            last = now;
            calls++;
            if (tokens < 1) {
                refused++;
                return false;
            }
            tokens--;
            return true;
        }

        synchronized Arrivals arrivals(String service) {
            return new Arrivals(service, calls, refused, Duration.ofNanos(last - begun));
        }
    }
}
