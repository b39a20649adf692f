package io.tagcompliance.core.attribution;

/** The bill takes longer to read than its asker waits. The reading goes on; the same question joins it. */
public final class StillReadingBillException extends RuntimeException {
    StillReadingBillException() {
        super("the bill is still being read");
    }
}
