package io.tagcompliance.aws;

import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Counts the further tries of a call against the rate limits too; the first was counted before the call's time began. */
final class Pacing implements ExecutionInterceptor {
    private static final ExecutionAttribute<Boolean> TRIED = new ExecutionAttribute<>("TagComplianceTried");

    private final Acting acting;
    private final RateLimits limits;

    Pacing(Acting acting, RateLimits limits) {
        this.acting = acting;
        this.limits = limits;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (attributes.getOptionalAttribute(TRIED).isEmpty()) {
            attributes.putAttribute(TRIED, true);
            return;
        }
        try {
            limits.take(acting.now());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted while waiting for another try", e);
        }
    }
}
