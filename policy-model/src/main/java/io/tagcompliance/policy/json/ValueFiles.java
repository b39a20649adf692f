package io.tagcompliance.policy.json;

/** Gives the files of values that a policy names. The reader itself opens no file. */
@FunctionalInterface
public interface ValueFiles {
    /** There are none: a policy that names one is refused. */
    ValueFiles NONE =
            name -> new Content.Unreadable("lists of values in files can't be read here; write the values out");

    /**
     * The content of a file.
     *
     * @param name as the policy has it: relative to the policy file, with neither {@code ..} nor a leading slash
     */
    Content read(String name);

    /** What came of it. */
    sealed interface Content {
        /** UTF-8, one value a line; blank lines and those that begin with {@code #} count for nothing. */
        record Bytes(byte[] bytes) implements Content {}

        /** It can't be read; why, and what to do, without a path. */
        record Unreadable(String why) implements Content {}
    }
}
