package io.tagcompliance.policy;

/** Whether resources of a type can be tagged. */
public sealed interface Tagging {
    /**
     * They can.
     *
     * @param call what sets their tags, in the spelling of the cloud
     */
    record WrittenBy(String call) implements Tagging {}

    /**
     * They can't.
     *
     * @param source where the cloud says so
     */
    record Impossible(String source) implements Tagging {}
}
