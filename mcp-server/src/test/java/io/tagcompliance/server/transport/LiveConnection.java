package io.tagcompliance.server.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.transport.stdio.StdioServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A connection over lines on which one question is asked after the other. */
public final class LiveConnection implements AutoCloseable {
    private final PipedOutputStream toServer = new PipedOutputStream();
    private final Lines fromServer = new Lines();

    private LiveConnection(Offer offer) throws IOException {
        PipedInputStream in = new PipedInputStream(toServer, 1 << 16);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                new StdioServer(offer).serve(in, fromServer);
            } catch (InterruptedException leaving) {
                Thread.currentThread().interrupt();
            }
        });
    }

    public static LiveConnection to(Offer offer) throws IOException {
        return new LiveConnection(offer);
    }

    /** Sends a message, and waits for nothing. */
    public void tell(String message) throws IOException {
        toServer.write((message + "\n").getBytes(StandardCharsets.UTF_8));
        toServer.flush();
    }

    /** Sends a request; gives what comes next. */
    public JsonNode ask(String request) throws IOException, InterruptedException {
        tell(request);
        return next(30).orElseThrow(() -> new AssertionError("no answer to " + request));
    }

    /** What comes next within that many seconds. */
    public Optional<JsonNode> next(int seconds) throws InterruptedException {
        return Optional.ofNullable(fromServer.lines.poll(seconds, TimeUnit.SECONDS))
                .map(ProgramRun::parse);
    }

    @Override
    public void close() throws IOException {
        toServer.close();
    }

    /** The server writes whole lines, each at once. */
    private static final class Lines extends OutputStream {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        @Override
        public void write(int single) {
            throw new UnsupportedOperationException("lines are written whole");
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            lines.add(new String(Arrays.copyOfRange(bytes, from, from + length), StandardCharsets.UTF_8));
        }
    }
}
