package io.tagcompliance.server.transport.stdio;

import io.tagcompliance.server.offer.Offer;
import java.io.InputStream;
import java.io.OutputStream;

/** An MCP server on standard input and output, for clients of either era of the protocol. */
public final class StdioServer {
    private final Offer offer;

    public StdioServer(Offer offer) {
        this.offer = offer;
    }

    /** Serves until the end of input; every request that was read is answered before this returns. */
    public void serve(InputStream in, OutputStream out) throws InterruptedException {
        new StdioConnection(in, out, offer).serve();
    }
}
