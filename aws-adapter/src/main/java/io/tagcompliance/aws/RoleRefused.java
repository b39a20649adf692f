package io.tagcompliance.aws;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** The role of an account could not be assumed, so that a call there was not even made. */
final class RoleRefused extends SdkClientException {
    RoleRefused(SdkException cause) {
        super(builder().message("the role was refused").cause(cause));
    }
}
