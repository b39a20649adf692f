package io.tagcompliance.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials that can be renewed. The SDK's providers renew what they know to run out; where AWS says that it ran out all
 * the same, the provider is made again, once for however many calls found that out at the same time. Safe for many threads.
 */
final class Credentials implements AwsCredentialsProvider, AutoCloseable {
    private final Supplier<AwsCredentialsProvider> source;
    private @Nullable AwsCredentialsProvider provider;
    private int renewals;

    /** Credentials from such a provider, which is made when it is first asked. */
    Credentials(Supplier<AwsCredentialsProvider> source) {
        this.source = source;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return provider().resolveCredentials();
    }

    private synchronized AwsCredentialsProvider provider() {
        AwsCredentialsProvider made = provider;
        if (made == null) {
            made = source.get();
            provider = made;
        }
        return made;
    }

    /** How often they were renewed: what a call takes note of, so that the next two methods know which ones it used. */
    synchronized int renewals() {
        return renewals;
    }

    /** Renews those that a call used, unless another call has done so since. */
    synchronized void renew(int used) {
        if (used == renewals) {
            close();
            renewals++;
        }
    }

    @Override
    public synchronized void close() {
        if (provider instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
        provider = null;
    }
}
