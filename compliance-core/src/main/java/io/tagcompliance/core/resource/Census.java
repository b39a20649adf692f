package io.tagcompliance.core.resource;

import io.tagcompliance.policy.Cloud;
import java.time.Instant;
import java.util.Map;

/**
 * How it was found out what an account holds, and what that way can't know.
 *
 * @param method how
 * @param limit  what it can't know, as a sentence for people
 * @param unread how many resources there are of types that aren't read, by the cloud's name of the type, as far as the
 *               method tells; empty where it doesn't
 */
public record Census(Cloud cloud, AccountId account, Method method, String limit, Map<String, Integer> unread) {
    public Census {
        unread = Map.copyOf(unread);
    }

    /** How it was found out. */
    public sealed interface Method {
        /** Every type of the scope was listed in every region of it. */
        record Listed() implements Method {}

        /**
         * An index that the cloud keeps told where there is anything, and that was listed.
         *
         * @param asOf when the index heard last of that region of which it heard least lately
         */
        record Indexed(Instant asOf) implements Method {}
    }
}
