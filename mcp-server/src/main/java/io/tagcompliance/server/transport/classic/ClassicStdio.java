package io.tagcompliance.server.transport.classic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.transport.FrontEnd;
import io.tagcompliance.server.transport.Incoming;
import io.tagcompliance.server.transport.JsonRpc;
import io.tagcompliance.server.transport.Outlet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The classic era on one connection: one session of the SDK, which ends with it. */
public final class ClassicStdio implements FrontEnd, McpServerTransportProvider {
    private static final Logger LOG = LoggerFactory.getLogger(ClassicStdio.class);
    private static final String INITIALIZE = "initialize";
    private static final String INITIALIZED = "notifications/initialized";

    private final ObjectMapper mapper = new ObjectMapper();
    private final McpJsonMapper json;
    private final Legible legible;
    private final Outlet connection;
    private final Map<Object, Outlet> requests = new ConcurrentHashMap<>();
    private State state = State.NEW;

    @SuppressWarnings("NullAway.Init") // the SDK hands it over while the server is built, before anything is read
    private McpServerSession session;

    /** @param connection where notifications go */
    public ClassicStdio(Offer offer, Outlet connection) {
        this.json = new OrderedJson(mapper, offer);
        this.legible = new Legible(json, offer);
        this.connection = connection;
        new ClassicOffer(offer, mapper)
                .over(McpServer.sync(this).jsonMapper(json))
                .build();
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
        session = factory.create(new StdioSession(json, connection, requests));
    }

    @Override
    public Runnable take(Incoming.Request request, Outlet outlet) {
        Optional<RpcException> refusal = legible.refusal(request);
        if (refusal.isPresent()) {
            outlet.answer(JsonRpc.error(request.id(), refusal.get()).toString());
        } else if (request.method().equals("ping")) {
            outlet.answer(JsonRpc.result(request.id(), JsonNodeFactory.instance.objectNode())
                    .toString());
        } else if (request.method().equals(INITIALIZE)) {
            state = state == State.NEW ? State.ASKED : state;
            answer(request, outlet);
        } else if (state == State.NEW) {
            RpcException early = new RpcException(RpcException.INVALID_REQUEST, "send initialize first");
            outlet.answer(JsonRpc.error(request.id(), early).toString());
        } else {
            greet();
            return () -> answer(request, outlet);
        }
        return () -> {};
    }

    @Override
    public void take(Incoming.Notification notification) {
        if (notification.method().equals(INITIALIZED)) {
            greet();
        } else {
            LOG.debug("a notification that nobody waits for");
        }
    }

    /** A client that asks before it says that it is initialized would wait for ever in the SDK. */
    private void greet() {
        if (state != State.READY) {
            state = State.READY;
            hand(new JSONRPCNotification("2.0", INITIALIZED, Map.of()));
        }
    }

    private void answer(Incoming.Request request, Outlet outlet) {
        Object id = plain(request.id());
        requests.put(id, outlet);
        try {
            Object params =
                    request.params().isMissingNode() ? Map.of() : mapper.convertValue(request.params(), Map.class);
            hand(new JSONRPCRequest("2.0", request.method(), id, params));
        } finally {
            requests.remove(id, outlet);
        }
    }

    /** An id as the SDK has it, so that the two can be compared. */
    private static Object plain(JsonNode id) {
        if (id.isTextual()) {
            return id.textValue();
        }
        return id.canConvertToInt() ? (Object) id.intValue() : (Object) id.longValue();
    }

    private void hand(JSONRPCMessage message) {
        try {
            session.handle(message).block();
        } catch (RuntimeException refused) {
            LOG.warn("a message could not be handled: {}", refused.getClass().getSimpleName());
        }
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
