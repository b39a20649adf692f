package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.AuditTrail;

/** A trail of which one call fails. */
record FailingTrail(FailingNth nth, AuditTrail next) implements AuditTrail {
    @Override
    public void intent(Intent intent) {
        failIfItIsTheOne();
        next.intent(intent);
    }

    @Override
    public void result(Result result) {
        failIfItIsTheOne();
        next.result(result);
    }

    @Override
    public Verification verify() {
        failIfItIsTheOne();
        return next.verify();
    }

    private void failIfItIsTheOne() {
        if (nth.failsNow()) {
            throw new Unavailable("the store is busy", new IllegalStateException("as the test wants it"));
        }
    }

    @Override
    public void close() {
        next.close();
    }
}
