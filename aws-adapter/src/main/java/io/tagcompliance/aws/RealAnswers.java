package io.tagcompliance.aws;

import static java.util.Objects.requireNonNullElse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Refuses a success without a body, or with the page of some proxy for a body: XML whose root isn't the operation's own, or
 * a JSON object that begins with a member unknown to the operation and has none that is known. The SDK looks at neither, and
 * reads all of these as an answer with every field left out, and so a broken list would look like an empty one. What is no
 * JSON object the SDK refuses by itself; an empty one is believed, since some services leave out an empty list.
 */
final class RealAnswers implements ExecutionInterceptor {
    /** The body is that of somebody else. */
    static final class NotOfAws extends IOException {
        NotOfAws(String message) {
            super(message);
        }
    }

    private static final int LOOKED_AT = 512;

    /** After a byte order mark, the declaration, and comments. */
    private static final Pattern ROOT =
            Pattern.compile("\\uFEFF?\\s*+(?:<\\?[^>]*+>\\s*+|<!--.*?-->\\s*+)*+<([\\w.:-]*+)", Pattern.DOTALL);

    /** Where it is called neither as the operation with {@code Response} behind, nor with {@code Result}. */
    private static final Map<String, Set<String>> ROOTS = Map.of(
            "ListBuckets", Set.of("ListAllMyBucketsResult"),
            "GetBucketTagging", Set.of("Tagging"),
            "ListDistributions", Set.of("DistributionList"),
            "ListTagsForResource", Set.of("Tags"));

    private static final Pattern FIRST_MEMBER = Pattern.compile("\\s*+\\{\\s*+\"([^\"\\\\]*+)\"");
    private static final ExecutionAttribute<String> BEGINS_WITH = new ExecutionAttribute<>("RealAnswers.beginsWith");

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (context.httpRequest().method() == SdkHttpMethod.HEAD
                || !context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        return Optional.of(checked(attributes, context.responseBody().orElseGet(InputStream::nullInputStream)));
    }

    @Override
    public void afterUnmarshalling(Context.AfterUnmarshalling context, ExecutionAttributes attributes) {
        String first = attributes.getAttribute(BEGINS_WITH);
        if (first != null && knowsNothingOf(context.response(), first)) {
            throw unusable(new NotOfAws("the body has no member of " + operation(attributes)));
        }
    }

    private static boolean knowsNothingOf(SdkResponse answer, String first) {
        return answer.sdkFields().stream()
                .noneMatch(field -> field.locationName().equals(first) || isSet(field.getValueOrDefault(answer)));
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }

    private static InputStream checked(ExecutionAttributes attributes, InputStream body) {
        PushbackInputStream same = new PushbackInputStream(body, LOOKED_AT);
        try {
            byte[] begin = same.readNBytes(LOOKED_AT);
            if (begin.length == 0) {
                throw new EOFException("no answer in the body");
            }
            String text = new String(begin, StandardCharsets.UTF_8);
            Matcher root = ROOT.matcher(text);
            if (root.lookingAt() && !isOf(operation(attributes), root.group(1))) {
                throw new NotOfAws("the body is no answer to " + operation(attributes));
            }
            Matcher first = FIRST_MEMBER.matcher(text);
            attributes.putAttribute(BEGINS_WITH, first.lookingAt() ? first.group(1) : null);
            same.unread(begin);
            return same;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The SDK tries again after exceptions of its own only. */
    private static SdkClientException unusable(IOException cause) {
        return SdkClientException.create("no usable body", cause);
    }

    private static String operation(ExecutionAttributes attributes) {
        return requireNonNullElse(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), "");
    }

    private static boolean isOf(String operation, String root) {
        return root.equals(operation + "Response")
                || root.equals(operation + "Result")
                || ROOTS.getOrDefault(operation, Set.of()).contains(root);
    }
}
