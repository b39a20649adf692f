package io.tagcompliance.core.advice;

import java.util.Locale;

/** A kind of evidence for the value of a tag, the strongest first. */
public enum EvidenceClass {
    /** The same stack, scaling group, machine, disk or cluster. */
    HARD_LINK(LeftOut.THE_RESOURCE, 1),
    /** The tags of the account or of the resource group itself. */
    PARENT_TAGS(LeftOut.ITS_FAMILY, 1),
    /** The others of the resource group. */
    RESOURCE_GROUP(LeftOut.ITS_FAMILY, 3),
    /** The others of the account. */
    ACCOUNT(LeftOut.ITS_FAMILY, 3),
    /** Those of the account that the same creator made, of the few of which that was looked up. */
    CREATOR(LeftOut.ITS_FAMILY, 3),
    /** Those of the account that share another tag with it. */
    CO_OCCURRENCE(LeftOut.ITS_FAMILY, 3),
    /** Other accounts that know a tag of it. */
    CO_OCCURRENCE_ELSEWHERE(LeftOut.ITS_ACCOUNT, 3),
    /** Those of its type in the account. */
    NEIGHBOURS(LeftOut.ITS_FAMILY, 3),
    /** Those of the account whose names share a whole word with its own. */
    NAME(LeftOut.ITS_FAMILY, 3),
    /** Other accounts that know a word of its name. */
    NAME_ELSEWHERE(LeftOut.ITS_ACCOUNT, 3);

    private final LeftOut leftOut;
    private final int leastVotes;

    EvidenceClass(LeftOut leftOut, int leastVotes) {
        this.leftOut = leftOut;
        this.leastVotes = leastVotes;
    }

    /**
     * Whose votes don't count where a resource is asked about: so that it never votes for itself, neither when it is measured
     * how often the evidence is right nor when it is used.
     */
    public enum LeftOut {
        /** The resource alone. Each resource has a vote. */
        THE_RESOURCE,
        /** All that hard links bind together with it. Each family has one vote for a value, however many they are. */
        ITS_FAMILY,
        /** All of its account. Each account has one vote for a value. */
        ITS_ACCOUNT
    }

    /** Whose votes don't count; those of one such group are one vote and one trial. */
    public LeftOut leftOut() {
        return leftOut;
    }

    /** Fewer votes than this are no evidence. */
    public int leastVotes() {
        return leastVotes;
    }

    /** The name in answers: {@code hard_link}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
