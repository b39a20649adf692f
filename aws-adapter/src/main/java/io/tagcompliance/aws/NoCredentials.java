package io.tagcompliance.aws;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** No place where the SDK looks for credentials gave any. The SDK itself says so in a message only. */
final class NoCredentials extends SdkClientException {
    private final String remedy;

    NoCredentials(String remedy, SdkException cause) {
        super(builder().message("no credentials").cause(cause));
        this.remedy = remedy;
    }

    /** What a person can do. */
    String remedy() {
        return remedy;
    }
}
