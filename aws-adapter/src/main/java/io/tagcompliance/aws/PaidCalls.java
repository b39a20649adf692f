package io.tagcompliance.aws;

import io.tagcompliance.core.spi.CloudException;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The calls of one question that AWS bills, and how many the operator allows.
 *
 * @see <a href="https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/">a cent for each page of an answer</a>
 */
final class PaidCalls {
    private static final BigDecimal DOLLARS_EACH = new BigDecimal("0.01");

    private final int most;
    private final AtomicInteger made = new AtomicInteger();

    PaidCalls(int most) {
        this.most = most;
    }

    int made() {
        return made.get();
    }

    /** Whether so many more may be made. */
    boolean allow(long more) {
        return made() + more <= most;
    }

    /** Counts one that is about to be made. */
    void take() {
        require(1);
        made.incrementAndGet();
    }

    /**
     * Makes sure that so many more may be made, before the first of them is.
     *
     * @throws CloudException where they would be more than the operator allows
     */
    void require(long more) {
        long needed = made() + more;
        if (!allow(more)) {
            throw CloudException.unsupported(
                    CostExplorer.COSTS.name(),
                    "Cost Explorer would have to be called " + needed + " times at least for this, for "
                            + dollars(needed) + ", and bill_paid_calls allows " + most
                            + ": ask by fewer keys, raise bill_paid_calls, or name a FOCUS or CUR export as the bill.");
        }
    }

    /** What so many cost. */
    static String dollars(long calls) {
        return DOLLARS_EACH.multiply(BigDecimal.valueOf(calls)) + " USD";
    }
}
