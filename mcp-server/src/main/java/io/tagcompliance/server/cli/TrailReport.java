package io.tagcompliance.server.cli;

import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.core.spi.AuditTrail.Verification;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.settings.Settings;

/**
 * What was found where the audit trail is kept.
 *
 * @param state what it is
 * @param text  one line for people
 */
record TrailReport(State state, String text) {
    /** What there can be. */
    enum State {
        INTACT,
        BROKEN,
        /** There was one once, and it is gone. */
        LOST,
        /** No call was recorded yet. */
        NONE
    }

    /**
     * Reads the whole trail. Makes and changes nothing.
     *
     * @throws AuditTrail.AuditException where it can't be read, or is damaged
     */
    static TrailReport of(Settings settings) {
        try (AuditTrail trail = Wiring.trail(settings)) {
            return of(trail.verify(), settings);
        }
    }

    private static TrailReport of(Verification verification, Settings settings) {
        return switch (verification) {
            case Verification.Intact intact -> new TrailReport(State.INTACT, "intact: " + records(intact));
            case Verification.Broken broken ->
                new TrailReport(State.BROKEN, "BROKEN: record " + broken.record() + " " + broken.what());
            case Verification.Absent none ->
                Wiring.hasRecorded(settings)
                        ? new TrailReport(
                                State.LOST,
                                "LOST: calls were recorded in " + settings.dataDir()
                                        + " before (digest.key is there), and the audit trail is gone")
                        : new TrailReport(
                                State.NONE,
                                "there is no audit trail in " + settings.dataDir()
                                        + "; no call was recorded there yet");
        };
    }

    private static String records(Verification.Intact intact) {
        String dropped = intact.dropped() == 0
                ? ""
                : "; " + intact.dropped() + (intact.dropped() == 1 ? " older one was" : " older ones were")
                        + " dropped, as audit_days was set";
        return intact.records() + (intact.records() == 1 ? " record" : " records") + dropped;
    }
}
