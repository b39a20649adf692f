package io.tagcompliance.server.transport.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.transport.Incoming;
import io.tagcompliance.server.transport.JsonRpc;
import io.tagcompliance.server.transport.Outlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines on standard input and output, one message each, for both eras of the protocol.
 *
 * <p>In place of the SDK's own: that one loses calls in flight when replies collide, ends at the first malformed line, and
 * drops what is unanswered at the end of input. Here each request has a thread of its own, one lock guards the output, a
 * bad line is answered with an error, and at the end of input every request that was read is answered first.
 */
final class StdioConnection {
    /** The longest line, in bytes. */
    static final int LONGEST_LINE = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(StdioConnection.class);
    private static final String CANCELLED = "notifications/cancelled";

    private final LineReader in;
    private final LineOutput out;
    private final Eras eras;
    private final Map<JsonNode, InFlight> inFlight = new ConcurrentHashMap<>();
    private final Phaser unanswered = new Phaser(1);
    private final CountDownLatch peerGone = new CountDownLatch(1);

    StdioConnection(InputStream in, OutputStream out, Offer offer) {
        this.in = new LineReader(in, LONGEST_LINE);
        this.out = new LineOutput(out, peerGone::countDown);
        this.eras = new Eras(offer, this.out::write);
    }

    /** Serves until the end of input, or until the client is gone; returns once everything that was read is answered. */
    void serve() throws InterruptedException {
        Thread reader = Thread.ofPlatform().daemon().name("stdin").start(this::read);
        Thread waiter = Thread.ofVirtual().start(() -> awaitAnswers(reader));
        while (waiter.isAlive() && peerGone.getCount() > 0) {
            waiter.join(Duration.ofMillis(50));
        }
        inFlight.values().forEach(InFlight::leave);
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
                        refuse(NullNode.instance, RpcException.INVALID_REQUEST, "a message has at most 1 MiB");
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
            case Incoming.Malformed malformed -> refuse(malformed.id(), malformed.code(), malformed.message());
            case Incoming.Response response -> {}
            case Incoming.Nothing nothing -> {}
        }
    }

    private void take(Incoming.Request request) {
        InFlight mine = new InFlight(out, self -> inFlight.remove(request.id(), self));
        if (inFlight.putIfAbsent(request.id(), mine) != null) {
            refuse(
                    request.id(),
                    RpcException.INVALID_REQUEST,
                    "this id is in use by a request that is not answered yet");
            return;
        }
        Runnable rest = eras.of(request.params()).take(request, mine);
        unanswered.register();
        mine.start(() -> {
            try {
                rest.run();
            } finally {
                inFlight.remove(request.id(), mine);
                unanswered.arriveAndDeregister();
            }
        });
    }

    private void take(Incoming.Notification notification) {
        if (!notification.method().equals(CANCELLED)) {
            eras.of(notification.params()).take(notification);
            return;
        }
        InFlight cancelled = inFlight.get(notification.params().path("requestId"));
        if (cancelled != null) {
            cancelled.cancel();
        }
    }

    private void refuse(JsonNode id, int code, String message) {
        out.write(JsonRpc.error(id, new RpcException(code, message)).toString());
    }

    /** A request that is not answered yet. Started and cancelled by the thread that reads. */
    private static final class InFlight implements Outlet {
        private final LineOutput out;
        private final Consumer<InFlight> answered;
        private volatile boolean cancelled;
        private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

        InFlight(LineOutput out, Consumer<InFlight> answered) {
            this.out = out;
            this.answered = answered;
        }

        @Override
        public void send(String message) {
            if (!cancelled) {
                out.write(message);
            }
        }

        /** A client may use the id again as soon as it has the answer. */
        @Override
        public void answer(String message) {
            answered.accept(this);
            send(message);
        }

        void start(Runnable work) {
            thread = Thread.ofVirtual().start(work);
        }

        void cancel() {
            cancelled = true;
            leave();
        }

        /** Ends the work; what it still has to say may be said. */
        void leave() {
            thread.interrupt();
        }
    }
}
