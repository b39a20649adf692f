package io.tagcompliance.server.transport.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.transport.FrontEnd;
import io.tagcompliance.server.transport.Outlet;
import io.tagcompliance.server.transport.classic.ClassicStdio;
import io.tagcompliance.server.transport.modern.ModernFrontEnd;
import io.tagcompliance.server.transport.modern.RequestMeta;
import java.util.Optional;

/**
 * The two eras of the protocol on one connection: a message whose {@code _meta} names a version stands for itself, and any
 * other belongs to a session. Each front end is made with its first message, since nearly every client speaks one of them
 * only, and the SDK takes its time to load. Used by one thread.
 */
final class Eras {
    private final Offer offer;
    private final Outlet connection;
    private Optional<FrontEnd> modern = Optional.empty();
    private Optional<FrontEnd> classic = Optional.empty();

    /** @param connection where the classic era sends what belongs to no request */
    Eras(Offer offer, Outlet connection) {
        this.offer = offer;
        this.connection = connection;
    }

    FrontEnd of(JsonNode params) {
        return RequestMeta.isModern(params) ? modern() : classic();
    }

    private FrontEnd modern() {
        if (modern.isEmpty()) {
            modern = Optional.of(new ModernFrontEnd(offer));
        }
        return modern.get();
    }

    private FrontEnd classic() {
        if (classic.isEmpty()) {
            classic = Optional.of(new ClassicStdio(offer, connection));
        }
        return classic.get();
    }
}
