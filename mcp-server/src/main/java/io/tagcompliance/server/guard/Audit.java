package io.tagcompliance.server.guard;

import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.server.tool.RefusalException;
import io.tagcompliance.server.tool.RefusalException.Code;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records calls, and decides what becomes of a call that can't be recorded. */
public final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final AuditTrail trail;
    private final KeyedDigest digest;
    private final Need need;

    public Audit(AuditTrail trail, KeyedDigest digest, Need need) {
        this.trail = trail;
        this.digest = digest;
        this.need = need;
    }

    /** Whether a read may go on that can't be recorded. */
    public enum Need {
        /** It may, and the answer says that it is not in the trail. */
        WHERE_POSSIBLE,
        /** It may not. */
        ALWAYS
    }

    /** Whether a call is in the trail. */
    enum Recorded {
        YES,
        NO
    }

    /**
     * Records the intent.
     *
     * @throws RefusalException where the call may not go on
     */
    Recorded intent(Call call, String correlationId) {
        try {
            trail.intent(new AuditTrail.Intent(
                    correlationId,
                    call.caller(),
                    call.tool(),
                    ArgumentsForAudit.kept(call.arguments()),
                    digest.of(ArgumentsForAudit.canonical(call.arguments(), Set.of()))));
            return Recorded.YES;
        } catch (AuditTrail.Corrupt damaged) {
            LOG.error("audit trail refused: {}", damaged.getMessage());
            throw new RefusalException(Code.AUDIT_CORRUPT, damaged.getMessage());
        } catch (AuditTrail.Unavailable unavailable) {
            return withoutRecord(unavailable);
        }
    }

    /** Records the result of a call whose intent was recorded; without an intent there is nothing to complete. */
    Recorded result(Recorded intent, AuditTrail.Result result) {
        if (intent == Recorded.NO) {
            return Recorded.NO;
        }
        try {
            trail.result(result);
            return Recorded.YES;
        } catch (AuditTrail.AuditException lost) {
            return withoutRecord(lost);
        }
    }

    static AuditTrail.Result outcome(String correlationId, String outcome, long beganNanos) {
        return new AuditTrail.Result(correlationId, outcome, Duration.ofNanos(System.nanoTime() - beganNanos));
    }

    private Recorded withoutRecord(AuditTrail.AuditException why) {
        LOG.warn("audit trail unavailable: {}", why.getMessage());
        return switch (need) {
            case WHERE_POSSIBLE -> Recorded.NO;
            case ALWAYS -> throw new RefusalException(Code.AUDIT_UNAVAILABLE, why.getMessage());
        };
    }
}
