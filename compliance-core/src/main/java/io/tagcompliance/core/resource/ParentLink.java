package io.tagcompliance.core.resource;

import java.util.Locale;
import java.util.Map;

/**
 * What a resource belongs to, or was made by: where a missing tag is best put right, and the strongest hint at what it
 * should be.
 *
 * @param kind what the parent is
 * @param name as its cloud names it: an id or a name, not always a full identifier
 */
public record ParentLink(Kind kind, String name) {
    /** The tag in which AWS names the stack that made a resource. Only AWS can write it. */
    public static final String STACK_TAG = "aws:cloudformation:stack-name";

    /**
     * The tags in which AWS names the parents of a resource, which nobody else can write: the surest links that there are.
     *
     * @see <a href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html">AWS on system tags</a>
     */
    public static final Map<String, Kind> TAGS_OF_AWS = Map.of(
            STACK_TAG,
            Kind.STACK,
            "aws:autoscaling:groupName",
            Kind.SCALING_GROUP,
            "aws:ecs:serviceName",
            Kind.SERVICE,
            "aws:ecs:clusterName",
            Kind.CLUSTER,
            "aws:eks:cluster-name",
            Kind.CLUSTER);

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
