package io.tagcompliance.server.transport.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.RpcException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The answer to one request: plain JSON, or a stream of events once there is something to say before the answer, or the
 * answer takes its time. Safe for many threads.
 */
final class AnswerStream {
    private final HttpServletResponse response;
    private final boolean mayStream;
    private final ReentrantLock oneMessage = new ReentrantLock();
    private boolean streaming;
    private boolean broken;

    AnswerStream(HttpServletRequest request, HttpServletResponse response) {
        this.response = response;
        this.mayStream = Collections.list(request.getHeaders("Accept")).stream()
                .anyMatch(types -> types.contains("text/event-stream"));
    }

    /** A notification; lost where the client doesn't want a stream. */
    void send(String message) {
        event("data: " + message + "\n\n");
    }

    /** Whether the client is still there. */
    boolean beat() {
        event(":\n\n");
        return !broken;
    }

    private void event(String event) {
        oneMessage.lock();
        try {
            if (mayStream && !broken) {
                open();
                response.getOutputStream().write(event.getBytes(StandardCharsets.UTF_8));
                response.flushBuffer();
            }
        } catch (IOException gone) {
            broken = true;
        } finally {
            oneMessage.unlock();
        }
    }

    private void open() {
        if (!streaming) {
            streaming = true;
            response.setStatus(200);
            response.setContentType("text/event-stream");
            response.setHeader("X-Accel-Buffering", "no");
            response.setHeader("Cache-Control", "no-store");
        }
    }

    void end(ObjectNode answer) throws IOException {
        if (broken) {
            return;
        }
        if (streaming) {
            send(answer.toString());
            return;
        }
        boolean lacksCapability = answer.path("error").path("code").asInt() == RpcException.MISSING_CAPABILITY;
        response.setStatus(lacksCapability ? 400 : 200);
        HttpRefusal.json(response, answer);
    }
}
