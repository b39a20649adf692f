package io.tagcompliance.aws;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Refuses a success without a body, or with a web page of some proxy for a body. The SDK reads either as an answer with
 * every field left out, and so a broken list would look like an empty one.
 */
final class RealAnswers implements ExecutionInterceptor {
    private static final int LOOKED_AT = 32;
    private static final Pattern WEB_PAGE = Pattern.compile("\\s*<(!doctype\\s+)?html", Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (context.httpRequest().method() == SdkHttpMethod.HEAD
                || !context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        return Optional.of(checked(context.responseBody().orElseGet(InputStream::nullInputStream)));
    }

    private static InputStream checked(InputStream body) {
        PushbackInputStream same = new PushbackInputStream(body, LOOKED_AT);
        try {
            byte[] begin = same.readNBytes(LOOKED_AT);
            if (begin.length == 0
                    || WEB_PAGE.matcher(new String(begin, StandardCharsets.UTF_8))
                            .lookingAt()) {
                throw new EOFException("no answer in the body");
            }
            same.unread(begin);
            return same;
        } catch (IOException e) {
            // the SDK tries again after exceptions of its own only
            throw SdkClientException.create("no usable body", e);
        }
    }
}
