package io.tagcompliance.server.handout;

import java.time.Instant;

/**
 * A file made for somebody.
 *
 * @param id      128 random bits in hexadecimal: knowing it is not enough to read the file, its caller alone may
 * @param kind    which says what URI it has
 * @param name    what people would call the file
 * @param mime    what it holds
 * @param expires when it is taken away
 * @param caller  who may read it
 * @param digest  SHA-256 of its bytes, in hexadecimal, and how many bytes there are
 */
public record Handout(String id, Kind kind, String name, String mime, Instant expires, String caller, Digest digest) {

    /** SHA-256 in hexadecimal, and the length. */
    public record Digest(String sha256, long bytes) {}

    /** What handouts are for. */
    public enum Kind {
        EXPORT("export"),
        REPORT("report");

        private final String scheme;

        Kind(String scheme) {
            this.scheme = scheme;
        }

        /** The scheme of its URIs. */
        public String scheme() {
            return scheme;
        }
    }

    /** Whether it is text, in UTF-8. */
    public boolean isText() {
        return mime.startsWith("text/") || mime.startsWith("application/json");
    }

    /** By what clients read it: {@code export://0123…}. */
    public String uri() {
        return kind.scheme() + "://" + id;
    }
}
