package io.tagcompliance.server.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * MCP on standard input and output, one message a line.
 *
 * <p>In place of the SDK's own: that one loses calls in flight when replies collide, ends at the first malformed line, and
 * drops what is unanswered at the end of input. Here each request has a thread of its own, one lock guards the output, a
 * bad line is answered with an error, and at the end of input every request that was read is answered first.
 */
final class StdioTransport implements McpServerTransportProvider {
    /** The longest line, in bytes. */
    static final int LONGEST_LINE = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(StdioTransport.class);
    private static final String INITIALIZE = "initialize";
    private static final String INITIALIZED = "notifications/initialized";
    private static final String CANCELLED = "notifications/cancelled";

    private final ObjectMapper mapper = new ObjectMapper();
    private final LineReader in;
    private final LineOutput out;
    private final McpJsonMapper json;
    private final Map<Object, Thread> running = new ConcurrentHashMap<>();
    private final Set<Object> cancelled = ConcurrentHashMap.newKeySet();
    private final Phaser unanswered = new Phaser(1);
    private final CountDownLatch peerGone = new CountDownLatch(1);
    private State state = State.NEW;

    @SuppressWarnings("NullAway.Init") // the SDK hands it over while the server is built, before anything is read
    private McpServerSession session;

    StdioTransport(InputStream in, OutputStream out, McpJsonMapper json) {
        this.in = new LineReader(in, LONGEST_LINE);
        this.out = new LineOutput(out, peerGone::countDown);
        this.json = json;
    }

    /** How far the client is with its greetings. */
    private enum State {
        NEW,
        ASKED,
        READY
    }

    @Override
    public List<String> protocolVersions() {
        return StdioSession.REVISIONS;
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = factory.create(new StdioSession(json, out, cancelled::contains));
    }

    /** Serves until the end of input, or until the client is gone; returns once everything that was read is answered. */
    void serve() throws InterruptedException {
        Thread reader = Thread.ofPlatform().daemon().name("stdin").start(this::read);
        Thread waiter = Thread.ofVirtual().start(() -> awaitAnswers(reader));
        while (waiter.isAlive() && peerGone.getCount() > 0) {
            waiter.join(Duration.ofMillis(50));
        }
        running.values().forEach(Thread::interrupt);
    }

    private void awaitAnswers(Thread reader) {
        try {
            reader.join();
            unanswered.arriveAndAwaitAdvance();
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            while (true) {
                switch (in.next()) {
                    case LineReader.Line.End end -> {
                        return;
                    }
                    case LineReader.Line.TooLong tooLong ->
                        out.write(error(mapper.nullNode(), -32600, "a message has at most 1 MiB"));
                    case LineReader.Line.Bytes line -> take(Incoming.of(line.bytes()));
                }
            }
        } catch (IOException broken) {
            LOG.warn(
                    "standard input can't be read any more: {}",
                    broken.getClass().getSimpleName());
        }
    }

    private void take(Incoming message) {
        switch (message) {
            case Incoming.Request request -> take(request);
            case Incoming.Notification notification -> take(notification);
            case Incoming.Malformed malformed ->
                out.write(error(malformed.id(), malformed.code(), malformed.message()));
            case Incoming.Response response -> {}
            case Incoming.Nothing nothing -> {}
        }
    }

    private void take(Incoming.Request request) {
        if (request.method().equals("ping")) {
            out.write(result(request.id()));
        } else if (request.method().equals(INITIALIZE)) {
            state = state == State.NEW ? State.ASKED : state;
            hand(toSdk(request));
        } else if (state == State.NEW) {
            out.write(error(request.id(), -32600, "send initialize first"));
        } else {
            greet();
            dispatch(request);
        }
    }

    /** A client that asks before it says that it is initialized would wait for ever in the SDK. */
    private void greet() {
        if (state != State.READY) {
            state = State.READY;
            hand(new JSONRPCNotification("2.0", INITIALIZED, Map.of()));
        }
    }

    private void dispatch(Incoming.Request request) {
        Object id = plain(request.id());
        unanswered.register();
        Thread thread = Thread.ofVirtual().unstarted(() -> {
            try {
                hand(toSdk(request));
            } finally {
                running.remove(id);
                cancelled.remove(id);
                unanswered.arriveAndDeregister();
            }
        });
        if (running.putIfAbsent(id, thread) == null) {
            thread.start();
        } else {
            unanswered.arriveAndDeregister();
            out.write(error(request.id(), -32600, "this id is in use by a request that is not answered yet"));
        }
    }

    private void take(Incoming.Notification notification) {
        switch (notification.method()) {
            case INITIALIZED -> greet();
            case CANCELLED -> cancel(notification.params().path("requestId"));
            default -> LOG.debug("a notification that nobody waits for");
        }
    }

    private void cancel(JsonNode id) {
        Thread thread = running.get(plain(id));
        if (thread != null) {
            cancelled.add(plain(id));
            thread.interrupt();
        }
    }

    private void hand(JSONRPCMessage message) {
        try {
            session.handle(message).block();
        } catch (RuntimeException refused) {
            LOG.warn("a message could not be handled: {}", refused.getClass().getSimpleName());
        }
    }

    private JSONRPCRequest toSdk(Incoming.Request request) {
        Object params = request.params().isMissingNode() ? Map.of() : mapper.convertValue(request.params(), Map.class);
        return new JSONRPCRequest("2.0", request.method(), plain(request.id()), params);
    }

    /** An id as the SDK has it, so that the two can be compared. */
    private static Object plain(JsonNode id) {
        if (id.isTextual()) {
            return id.textValue();
        }
        return id.canConvertToInt() ? (Object) id.intValue() : (Object) id.longValue();
    }

    private String error(JsonNode id, int code, String message) {
        ObjectNode error = mapper.createObjectNode().put("jsonrpc", "2.0");
        error.set("id", id);
        error.putObject("error").put("code", code).put("message", message);
        return error.toString();
    }

    private String result(JsonNode id) {
        ObjectNode result = mapper.createObjectNode().put("jsonrpc", "2.0");
        result.set("id", id);
        result.putObject("result");
        return result.toString();
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return session.sendNotification(method, params);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return session.closeGracefully();
    }
}
