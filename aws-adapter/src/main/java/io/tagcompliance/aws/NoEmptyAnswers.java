package io.tagcompliance.aws;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Refuses a success without a body. The SDK reads it as an answer with every field left out, and so a broken list would
 * look like an empty one.
 */
final class NoEmptyAnswers implements ExecutionInterceptor {

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (context.httpRequest().method() == SdkHttpMethod.HEAD
                || !context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        return Optional.of(notEmpty(context.responseBody().orElseGet(InputStream::nullInputStream)));
    }

    private static InputStream notEmpty(InputStream body) {
        PushbackInputStream same = new PushbackInputStream(body);
        try {
            int first = same.read();
            if (first < 0) {
                throw new EOFException("a success without a body");
            }
            same.unread(first);
            return same;
        } catch (IOException e) {
            // the SDK tries again after exceptions of its own only
            throw SdkClientException.create("no usable body", e);
        }
    }
}
