package io.tagcompliance.core.resource;

import java.util.Locale;

/**
 * What a resource belongs to, or was made by: where a missing tag is best put right, and the strongest hint at what it
 * should be.
 *
 * @param kind what the parent is
 * @param name as its cloud names it: an id or a name, not always a full identifier
 */
public record ParentLink(Kind kind, String name) {

    /** What a parent is. */
    public enum Kind {
        /** The template that made it, as CloudFormation has them. */
        STACK,
        /** The group that starts and ends it by the load. */
        SCALING_GROUP,
        /** The machine that it is attached to. */
        INSTANCE,
        /** The disk that it is a copy of. */
        VOLUME,
        /** The cluster that it is a part of. */
        CLUSTER,
        /** The service that runs it. */
        SERVICE,
        /** The database that it is a copy of. */
        DATABASE;

        /** The name in answers: {@code scaling_group}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
