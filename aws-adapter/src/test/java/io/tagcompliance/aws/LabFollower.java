package io.tagcompliance.aws;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Follows the SDK's answers, with all that is in them, by references that hold nothing. */
final class LabFollower implements ExecutionInterceptor {
    private final Queue<List<WeakReference<SdkPojo>>> answers = new ConcurrentLinkedQueue<>();

    /** The way to the lab, with this on it. */
    Connection on(Connection way) {
        return new Connection(
                client -> {
                    way.end().accept(client);
                    client.overrideConfiguration(
                            client.overrideConfiguration().copy(changed -> changed.addExecutionInterceptor(this)));
                },
                way.credentials(),
                way.pace());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        List<WeakReference<SdkPojo>> parts = new ArrayList<>();
        follow(context.response(), parts);
        answers.add(parts);
    }

    private static void follow(Object value, List<WeakReference<SdkPojo>> parts) {
        switch (value) {
            case SdkPojo part -> {
                parts.add(new WeakReference<>(part));
                part.sdkFields().stream()
                        .map(field -> Optional.ofNullable(field.getValueOrDefault(part)))
                        .flatMap(Optional::stream)
                        .forEach(member -> follow(member, parts));
            }
            case Collection<?> parent -> parent.forEach(part -> follow(part, parts));
            case Map<?, ?> parent -> parent.values().forEach(part -> follow(part, parts));
            default -> {}
        }
    }

    /** How many answers there were. */
    int answers() {
        return answers.size();
    }

    /** How many of them are still held, be it a part of one only, after a collection. */
    int held() {
        System.gc();
        return (int) answers.stream()
                .filter(parts -> parts.stream().anyMatch(part -> part.get() != null))
                .count();
    }
}
