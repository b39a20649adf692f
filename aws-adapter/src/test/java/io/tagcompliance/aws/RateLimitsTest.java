package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tagcompliance.aws.Acting.Seat;
import io.tagcompliance.aws.Rates.Rate;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pace of calls. */
class RateLimitsTest {
    private static final Rates RATES = new Rates(Map.of("tag", new Rate(10, 20)), new Rate(5, 5), 1);

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits = new RateLimits(RATES, nanos::get);

    private static Seat seat(String account, String region, String service) {
        Region there = new Region(region);
        return new Seat(
                Account.in(there, new AccountId(account), new Credentials(DefaultCredentials::new)), there, service);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void a_call_waits_when_the_burst_is_used_up() throws InterruptedException {
        RateLimits real = new RateLimits(RATES, System::nanoTime);
        Seat seat = seat("111111111111", "eu-west-1", "tag");
        long begun = System.nanoTime();

        for (int call = 0; call < 20; call++) {
            real.take(seat);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(480));
    }

    @Test
    void workers_share_the_pace_of_a_seat_and_no_other() throws Exception {
        RateLimits real = new RateLimits(RATES, System::nanoTime);
        long begun = System.nanoTime();

        List<Thread> workers = IntStream.range(0, 20)
                .mapToObj(worker -> Thread.ofVirtual().start(() -> {
                    try {
                        real.take(seat("111111111111", "eu-west-1", "tag"));
                        real.take(seat("11111111111" + worker % 10, "region-" + worker, "tag"));
                    } catch (InterruptedException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }))
                .toList();
        for (Thread worker : workers) {
            worker.join();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(480), Duration.ofMillis(2_000));
    }

    @Test
    void r60_throttling_slows_the_seat_that_it_hit_and_calls_refused_together_count_once() {
        Seat hit = seat("111111111111", "eu-west-1", "tag");

        IntStream.range(0, 64).forEach(call -> limits.throttled(hit));

        assertThat(limits.perSecond(hit)).isEqualTo(14, within(0.001));
        assertThat(limits.perSecond(seat("222222222222", "eu-west-1", "tag"))).isEqualTo(20);
        assertThat(limits.perSecond(seat("111111111111", "us-east-1", "tag"))).isEqualTo(20);
        assertThat(limits.perSecond(seat("111111111111", "eu-west-1", "lambda")))
                .isEqualTo(5);
    }

    @Test
    void r60_a_storm_slows_down_to_a_tenth_and_when_it_is_over_the_pace_comes_back() throws InterruptedException {
        Seat hit = seat("111111111111", "eu-west-1", "tag");
        for (int second = 0; second < 30; second++) {
            limits.throttled(hit);
            pass(Duration.ofSeconds(1));
        }
        assertThat(limits.perSecond(hit)).isEqualTo(2, within(0.001));

        for (int call = 0; call < 20; call++) {
            pass(Duration.ofSeconds(5));
            limits.take(hit);
        }
        assertThat(limits.perSecond(hit)).isEqualTo(20);
    }

    @Test
    void the_product_stays_a_little_under_what_aws_publishes() {
        assertThat(Rates.PUBLISHED.of("ec2")).isEqualTo(new Rate(95, 19));
        assertThat(Rates.PUBLISHED.of("cloudtrail")).isEqualTo(new Rate(1, 1.9));
        assertThat(Rates.PUBLISHED.of("anything-else").perSecond()).isEqualTo(9.5);
    }
}
