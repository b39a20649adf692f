package io.tagcompliance.server.handout;

/**
 * What kind of file something is written as.
 *
 * @param ending of file names, without a dot
 * @param mime   the MIME type
 */
public record FileType(String ending, String mime) {
    /** The name of such a file. */
    public String named(String name) {
        return name + "." + ending;
    }
}
