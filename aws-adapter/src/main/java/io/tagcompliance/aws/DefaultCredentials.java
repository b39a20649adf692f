package io.tagcompliance.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The SDK's default credentials chain, with one exception for all the ways in which it finds nothing. */
final class DefaultCredentials implements AwsCredentialsProvider, SdkAutoCloseable {
    private final DefaultCredentialsProvider chain =
            DefaultCredentialsProvider.builder().build();

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return chain.resolveCredentials();
        } catch (AbortedException e) {
            throw e;
        } catch (SdkException e) {
            throw new NoCredentials(NamedProfile.remedy(), e);
        }
    }

    @Override
    public void close() {
        chain.close();
    }
}
