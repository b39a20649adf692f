package io.tagcompliance.server.tool;

import io.tagcompliance.server.handout.Handout;
import io.tagcompliance.server.handout.HandoutException;
import io.tagcompliance.server.handout.Handouts;

/** A file that a tool made, and in how many parts it can be read. */
record HandedOut(Handout handout, int parts) {
    /** @throws RefusalException where there is no room for it */
    static HandedOut make(Handouts handouts, Handouts.Label label, Handouts.Writer writer) throws InterruptedException {
        try {
            Handout handout = handouts.make(label, writer);
            return new HandedOut(handout, handouts.parts(handout));
        } catch (HandoutException full) {
            throw new RefusalException(RefusalException.Code.STORE_UNAVAILABLE, full.getMessage());
        }
    }
}
