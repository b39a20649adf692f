package io.tagcompliance.aws;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** No place where the SDK looks for credentials gave any. The SDK itself says so in a message only. */
final class NoCredentials extends SdkClientException {
    NoCredentials(SdkException cause) {
        super(builder().message("no credentials").cause(cause));
    }
}
