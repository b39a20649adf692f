package io.tagcompliance.server.transport.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets in only what was meant for this server: a page of another site must not reach it through the user's browser. */
final class Gate {
    private final Set<String> hosts;
    private final Set<String> origins;

    Gate(int port) {
        hosts = Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
        origins = hosts.stream().map(host -> "http://" + host).collect(Collectors.toSet());
    }

    /** Names are compared whole: a prefix or a pattern would let look-alikes in. */
    boolean admits(HttpServletRequest request) {
        List<String> host = Collections.list(request.getHeaders("Host"));
        List<String> origin = Collections.list(request.getHeaders("Origin"));
        return host.size() == 1
                && hosts.contains(host.getFirst().toLowerCase(Locale.ROOT))
                && (origin.isEmpty()
                        || (origin.size() == 1
                                && origins.contains(origin.getFirst().toLowerCase(Locale.ROOT))));
    }
}
