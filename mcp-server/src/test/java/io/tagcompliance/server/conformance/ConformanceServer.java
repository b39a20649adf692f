package io.tagcompliance.server.conformance;

import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.transport.classic.ClassicHttp;
import io.tagcompliance.server.transport.http.McpMount;

/** The fixtures on a port of this machine, for the suite to be run by hand. */
public final class ConformanceServer {
    private ConformanceServer() {}

    static McpMount mount() throws Exception {
        Offer offer = FixtureOffer.offer();
        return McpMount.of(offer, ClassicHttp.withDeprecated(offer));
    }

    /** Serves until it is stopped. */
    public static void main(String[] arguments) throws Exception {
        McpMount mount = mount();
        System.out.println("http://localhost:" + mount.port() + McpMount.PATH);
        Thread.currentThread().join();
    }
}
