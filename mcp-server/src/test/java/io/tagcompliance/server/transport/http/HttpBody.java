package io.tagcompliance.server.transport.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;

/** Reads bodies: JSON as it is, and not much of it. */
final class HttpBody {
    /** In bytes. */
    static final int LARGEST = 1024 * 1024;

    private static final String JSON = "application/json(\\s*;\\s*charset\\s*=\\s*\"?utf-8\"?)?";

    private HttpBody() {}

    static byte[] of(HttpServletRequest request) throws IOException, HttpRefusal {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).strip().matches(JSON)) {
            throw new HttpRefusal(415, "the body must be application/json in UTF-8");
        }
        if (request.getHeader("Content-Encoding") != null) {
            throw new HttpRefusal(415, "the body must not be compressed");
        }
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw tooLarge();
        }
        return body;
    }

    private static HttpRefusal tooLarge() {
        return new HttpRefusal(413, "a message has at most 1 MiB");
    }
}
