package io.tagcompliance.aws;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;

/**
 * How AWS is reached: as the SDK's own settings say, and in tests somewhere else and faster.
 *
 * @param end         the last word on a client before it is built
 * @param credentials makes the credentials of the account that everything begins with
 * @param pace        how long things may take
 */
record Connection(Consumer<AwsClientBuilder<?, ?>> end, Supplier<AwsCredentialsProvider> credentials, Pace pace) {
    static final Connection STANDARD = new Connection(builder -> {}, DefaultCredentials::new, Pace.STANDARD);

    /**
     * Waiting times. A call is tried up to ten times; the pause doubles from the shortest to the longest.
     *
     * @param shortest the pause after a first throttled try; after another failure a fifth of it
     * @param longest  the longest pause after a throttled try; after another failure a fifth of it
     * @param attempt  after this a try is given up
     * @param call     after this a call is given up, with all its tries and pauses
     * @param scan     begins the time of a scan, after which it begins no more calls and gives up those under way: what it didn't read by then is a gap
     * @param rates    how many calls a second
     */
    record Pace(
            Duration shortest,
            Duration longest,
            Duration attempt,
            Duration call,
            Supplier<Deadline> scan,
            Rates rates) {
        /**
         * Outlasts a throttling storm of half a minute; gives up on what can't be reached after about ten seconds, and on
         * an estate that can't be read within half an hour.
         */
        static final Pace STANDARD = new Pace(
                Duration.ofMillis(500),
                Duration.ofSeconds(12),
                Duration.ofSeconds(60),
                Duration.ofSeconds(115),
                () -> Deadline.in(Duration.ofMinutes(30)),
                Rates.PUBLISHED);
    }
}
