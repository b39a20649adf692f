package io.tagcompliance.aws;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;

/**
 * How AWS is reached: as the SDK's own settings say, and in tests somewhere else and faster.
 *
 * @param end  the last word on a client before it is built
 * @param pace how long things may take
 */
record Connection(Consumer<AwsClientBuilder<?, ?>> end, Pace pace) {
    static final Connection STANDARD = new Connection(builder -> {}, Pace.STANDARD);

    /**
     * Waiting times. A call is tried up to ten times; the pause doubles from the shortest to the longest.
     *
     * @param shortest the pause after a first throttled try; after another failure a fifth of it
     * @param longest  the longest pause after a throttled try; after another failure a fifth of it
     * @param attempt  after this a try is given up
     * @param call     after this a call is given up, with all its tries and pauses
     */
    record Pace(Duration shortest, Duration longest, Duration attempt, Duration call) {
        /** Outlasts a throttling storm of half a minute; gives up on what can't be reached after about ten seconds. */
        static final Pace STANDARD = new Pace(
                Duration.ofMillis(500), Duration.ofSeconds(12), Duration.ofSeconds(60), Duration.ofSeconds(115));
    }
}
