package io.tagcompliance.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.transport.Incoming;
import io.tagcompliance.server.transport.JsonRpc;
import io.tagcompliance.server.transport.classic.ClassicHttp;
import io.tagcompliance.server.transport.modern.ModernFrontEnd;
import io.tagcompliance.server.transport.modern.RequestMeta;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one endpoint: refuses what is not fit to be read, and gives each message to the era that it belongs to. */
final class McpServlet extends HttpServlet {
    private static final String SESSION = "Mcp-Session-Id";

    private final transient ModernHttp modern;
    private final transient HttpServlet classic;
    private final transient Gate gate;

    McpServlet(ModernFrontEnd modern, HttpServlet classic, Gate gate) {
        this.modern = new ModernHttp(modern);
        this.classic = classic;
        this.gate = gate;
    }

    @Override
    public void destroy() {
        classic.destroy();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            if (!gate.admits(request)) {
                throw new HttpRefusal(403, "this Host or Origin is not served here");
            }
            switch (request.getMethod()) {
                case "POST" -> post(request, response);
                case "GET", "DELETE" -> session(request, response);
                default -> throw notAllowed(response);
            }
        } catch (HttpRefusal refused) {
            refused.write(response);
        }
    }

    /** Only the classic era has sessions, with a stream to listen to and an end. */
    private void session(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException, HttpRefusal {
        if (request.getHeader(SESSION) == null || isModern(HttpHeaders.version(request))) {
            throw notAllowed(response);
        }
        classic(request, response, new byte[0]);
    }

    private static HttpRefusal notAllowed(HttpServletResponse response) {
        response.setHeader("Allow", "POST");
        return new HttpRefusal(405, "send messages with POST");
    }

    private void post(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException, HttpRefusal {
        byte[] body = HttpBody.of(request);
        switch (Incoming.of(body)) {
            case Incoming.Request message
            when isModern(request, message.params()) -> modern.answer(message, request, response);
            case Incoming.Request message -> classic(request, response, body);
            case Incoming.Notification message
            when isModern(request, message.params()) -> modern.hear(message, request, response);
            case Incoming.Notification message -> classic(request, response, body);
            case Incoming.Response message when request.getHeader(SESSION) != null -> classic(request, response, body);
            case Incoming.Response message -> throw new HttpRefusal(400, "nothing was asked");
            case Incoming.Nothing nothing -> throw new HttpRefusal(400, "the body is empty");
            case Incoming.Malformed malformed ->
                throw new HttpRefusal(
                        400, JsonRpc.error(malformed.id(), new RpcException(malformed.code(), malformed.message())));
        }
    }

    private static boolean isModern(HttpServletRequest request, JsonNode params) throws HttpRefusal {
        return RequestMeta.isModern(params) || isModern(HttpHeaders.version(request));
    }

    private static boolean isModern(Optional<String> version) {
        return version.filter(text -> text.matches("20\\d\\d-\\d\\d-\\d\\d") && text.compareTo("2026") > 0)
                .isPresent();
    }

    /** What the SDK has to say of a bad request holds its own stack, so the error is written here. */
    private void classic(HttpServletRequest request, HttpServletResponse response, byte[] body)
            throws IOException, ServletException, HttpRefusal {
        Optional<String> version = HttpHeaders.version(request);
        if (version.isPresent() && !ClassicHttp.REVISIONS.contains(version.get())) {
            List<String> supported = new ArrayList<>(RequestMeta.VERSIONS);
            supported.addAll(ClassicHttp.REVISIONS);
            RpcException unsupported = RequestMeta.unsupported(version.get(), supported);
            throw new HttpRefusal(400, JsonRpc.error(JsonNodeFactory.instance.nullNode(), unsupported));
        }
        PlainErrors plain = new PlainErrors(response);
        classic.service(new ReplayedRequest(request, body), plain);
        if (plain.failed()) {
            throw new HttpRefusal(plain.getStatus(), "the request does not fit a session");
        }
    }
}
