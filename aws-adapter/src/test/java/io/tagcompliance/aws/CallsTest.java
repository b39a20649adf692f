package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.aws.Acting.Seat;
import io.tagcompliance.aws.Rates.Rate;
import io.tagcompliance.aws.Turns.Rank;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a call waits for before it is made. */
@Timeout(20)
class CallsTest {
    private static final Operation SCARCE = Operation.of("ec2:DescribeVolumes");
    private static final Operation OTHER = Operation.of("sns:ListTopics");

    /** One call, and the next in a quarter of an hour. */
    private static final Rates RATES =
            new Rates(Map.of(SCARCE.service(), new Rate(1, 0.001)), Rates.UNLIMITED.others(), 1);

    private final RateLimits limits = new RateLimits(RATES, System::nanoTime);
    private final Calls calls = new Calls(new Acting(), limits);
    private final AwsAccess access = AwsAccess.of(new AwsSettings(Set.of(LabEstate.IRELAND)), Connection.STANDARD);
    private final Place place =
            Place.of(access, Account.of(access.credentials(), LabEstate.IRELAND), LabEstate.IRELAND);
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void close() {
        answer.countDown();
        access.close();
    }

    /** A call that is answered when the test ends; it counts down when it is made. */
    private Thread call(Operation operation, CountDownLatch made) {
        return Thread.ofPlatform()
                .daemon()
                .start(() -> calls.ask(operation, place, Rank.BEGINS, () -> {
                    made.countDown();
                    try {
                        answer.await();
                    } catch (InterruptedException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                    return operation;
                }));
    }

    private CountDownLatch takeAllTurns() {
        CountDownLatch made = new CountDownLatch(Calls.AT_ONCE);
        for (int turn = 0; turn < Calls.AT_ONCE; turn++) {
            call(OTHER, made);
        }
        return made;
    }

    private static void await(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.onSpinWait();
        }
    }

    /** Else those that wait for turns would go out together when they have them, faster than AWS allows. */
    @Test
    void r60_a_call_that_waits_for_its_turn_is_not_counted_yet() throws Exception {
        takeAllTurns().await();
        await(call(SCARCE, new CountDownLatch(1)), Thread.State.WAITING);

        assertThat(limits.takeAtOnce(new Seat(place.account(), place.region(), SCARCE.service())))
                .isTrue();
    }

    @Test
    void a_call_that_waits_for_the_rate_keeps_no_turn_from_others() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        calls.ask(SCARCE, place, Rank.BEGINS, () -> SCARCE);
        await(call(SCARCE, first), Thread.State.TIMED_WAITING);

        takeAllTurns().await();
        assertThat(first.getCount()).isEqualTo(1);
    }
}
