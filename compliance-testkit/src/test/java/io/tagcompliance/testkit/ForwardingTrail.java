package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.AuditTrail;

/** A trail that hands everything on; a broken one overrides what it spoils. */
class ForwardingTrail implements AuditTrail {
    private final AuditTrail next;

    ForwardingTrail(AuditTrail next) {
        this.next = next;
    }

    /** Every record comes through here. */
    void write(Entry entry) {
        switch (entry) {
            case Intent intent -> next.intent(intent);
            case Result result -> next.result(result);
        }
    }

    @Override
    public final void intent(Intent intent) {
        write(intent);
    }

    @Override
    public final void result(Result result) {
        write(result);
    }

    @Override
    public Verification verify() {
        return next.verify();
    }

    @Override
    public void close() {
        next.close();
    }
}
