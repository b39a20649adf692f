package io.tagcompliance.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** The SDK's default credentials chain, one for all clients, so that what it fetched is fetched once. */
final class DefaultCredentials implements AwsCredentialsProvider, AutoCloseable {
    private final DefaultCredentialsProvider chain =
            DefaultCredentialsProvider.builder().build();

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return chain.resolveCredentials();
        } catch (AbortedException e) {
            throw e;
        } catch (SdkException e) {
            throw new NoCredentials(e);
        }
    }

    @Override
    public void close() {
        chain.close();
    }
}
