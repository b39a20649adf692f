package io.tagcompliance.server.transport;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.tagcompliance.core.scan.ScanProgress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Tells a client how far its call is, where it asked for that: not at once, and not more often than it can use. */
final class ProgressNotes {
    private static final long FIRST_AFTER = Duration.ofMillis(700).toNanos();
    private static final long THEN_EVERY = Duration.ofMillis(500).toNanos();

    private final McpSyncServerExchange exchange;
    private final Optional<Object> token;
    private final AtomicLong next = new AtomicLong(System.nanoTime() + FIRST_AFTER);
    private final AtomicLong steps = new AtomicLong();

    private ProgressNotes(McpSyncServerExchange exchange, Optional<Object> token) {
        this.exchange = exchange;
        this.token = token;
    }

    static ProgressNotes of(McpSyncServerExchange exchange, CallToolRequest request) {
        Map<String, Object> meta = request.meta();
        return new ProgressNotes(exchange, Optional.ofNullable(meta == null ? null : meta.get("progressToken")));
    }

    /** What is planned grows while the clouds are asked, so a step is what counts up, as the protocol demands. */
    void tell(ScanProgress progress) {
        long now = System.nanoTime();
        long due = next.get();
        if (token.isPresent() && now >= due && next.compareAndSet(due, now + THEN_EVERY)) {
            String message = "%d of %d parts of the estate read, %d resources so far"
                    .formatted(progress.cellsDone(), progress.cellsPlanned(), progress.resources());
            exchange.progressNotification(ProgressNotification.builder(token.get(), (double) steps.incrementAndGet())
                    .message(message)
                    .build());
        }
    }
}
