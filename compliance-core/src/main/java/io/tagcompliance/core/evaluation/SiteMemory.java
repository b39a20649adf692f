package io.tagcompliance.core.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The rules at some sites that have the same ones, and what they come to for each sequence of keys that occurs there, by its
 * number. Sequences are remembered in blocks, since most don't occur at most sites. Guarded by its user.
 */
final class SiteMemory {
    private static final int BLOCK_BITS = 8;
    private static final int IN_BLOCK = (1 << BLOCK_BITS) - 1;
    private static final int[] NOTHING = new int[0];

    private final SiteRules rules;
    private final boolean demandAnything;
    private final boolean waivesNothing;
    private final long graceSeconds;
    private final int[][] compiled;

    /** @param keySets how many sequences of keys there are */
    SiteMemory(SiteRules rules, int keySets) {
        this.rules = rules;
        this.demandAnything = rules.demandAnything();
        this.waivesNothing =
                rules.exemptions().isEmpty() && rules.longestGrace().isZero();
        this.graceSeconds = rules.longestGrace().toSeconds();
        this.compiled = new int[(keySets >> BLOCK_BITS) + 1][];
        Arrays.fill(compiled, NOTHING);
    }

    SiteRules rules() {
        return rules;
    }

    boolean demandAnything() {
        return demandAnything;
    }

    /** The number that was given to the rules for a sequence of keys; 0 where there is none yet. */
    int numberOf(int keySet) {
        int[] block = compiled[keySet >> BLOCK_BITS];
        return block.length == 0 ? 0 : block[keySet & IN_BLOCK];
    }

    void number(int keySet, int number) {
        int block = keySet >> BLOCK_BITS;
        if (compiled[block].length == 0) {
            compiled[block] = new int[IN_BLOCK + 1];
        }
        compiled[block][keySet & IN_BLOCK] = number;
    }

    /** Whether nothing that is wrong here can ever be waived. */
    boolean waivesNothing() {
        return waivesNothing;
    }

    /** Whether an exemption that holds at that time may cover some resource here. */
    boolean mayExempt(Instant now) {
        return rules.mayExempt(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** Whether a resource that was made then may be in grace; a second to either side counts as yes. */
    boolean mayBeInGrace(long createdAt, long now) {
        return graceSeconds > 0 && createdAt != Long.MIN_VALUE && createdAt >= now - graceSeconds - 2;
    }
}
