package io.tagcompliance.server.transport.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.transport.Incoming;
import io.tagcompliance.server.transport.JsonRpc;
import io.tagcompliance.server.transport.modern.ModernFrontEnd;
import io.tagcompliance.server.transport.modern.RequestMeta;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Revision 2026-07-28 over HTTP: each request is a POST of its own, answered at once or over a stream. */
final class ModernHttp {
    private static final Duration BEAT = Duration.ofMillis(500);

    private final ModernFrontEnd frontEnd;

    ModernHttp(ModernFrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    void answer(Incoming.Request message, HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpRefusal {
        if (RequestMeta.isModern(message.params())) {
            HttpHeaders.check(request, message, RequestMeta.version(message.params()));
        }
        Optional<RpcException> refusal = frontEnd.refusal(message);
        if (refusal.isPresent()) {
            throw new HttpRefusal(
                    refusal.get().code() == RpcException.METHOD_NOT_FOUND ? 404 : 400,
                    JsonRpc.error(message.id(), refusal.get()));
        }
        work(message, new AnswerStream(request, response));
    }

    /** There is nothing that a client would have to tell: it cancels by closing the stream. */
    void hear(Incoming.Notification message, HttpServletRequest request, HttpServletResponse response)
            throws HttpRefusal {
        if (!RequestMeta.VERSIONS.contains(HttpHeaders.version(request).orElse(""))) {
            throw new HttpRefusal(400, "the header MCP-Protocol-Version names no version that is spoken here");
        }
        response.setStatus(202);
    }

    /** Looks now and then whether the client is still there: closing the connection is how it cancels. */
    private void work(Incoming.Request message, AnswerStream stream) throws IOException {
        AtomicReference<Optional<ObjectNode>> answer = new AtomicReference<>(Optional.empty());
        Thread worker = Thread.ofVirtual().start(() -> answer.set(Optional.of(frontEnd.answer(message, stream::send))));
        try {
            while (!worker.join(BEAT)) {
                if (!stream.beat()) {
                    worker.interrupt();
                }
            }
            stream.end(answer.get().orElseThrow());
        } catch (InterruptedException stopping) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
