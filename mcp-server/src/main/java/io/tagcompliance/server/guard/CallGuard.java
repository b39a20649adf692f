package io.tagcompliance.server.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.attribution.StillReadingBillException;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.StillScanningException;
import io.tagcompliance.server.guard.Audit.Recorded;
import io.tagcompliance.server.tool.Arguments;
import io.tagcompliance.server.tool.CallContext;
import io.tagcompliance.server.tool.RefusalException;
import io.tagcompliance.server.tool.RefusalException.Code;
import io.tagcompliance.server.tool.Tool;
import io.tagcompliance.server.tool.ToolCatalogue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every call of a tool goes through here, from wherever it comes: audit, deadline, and errors that tell no secrets. */
public final class CallGuard {
    private static final Logger LOG = LoggerFactory.getLogger(CallGuard.class);
    private static final Set<String> NOT_PART_OF_THE_QUESTION = Set.of("cursor", "limit", "detail", "fields", "fresh");

    private final ToolCatalogue tools;
    private final Audit audit;
    private final Duration deadline;
    private final List<CallListener> listeners = new CopyOnWriteArrayList<>();

    /** @param deadline how long a call with an impatient client waits for a scan and for the bill */
    public CallGuard(ToolCatalogue tools, Audit audit, Duration deadline) {
        this.tools = tools;
        this.audit = audit;
        this.deadline = deadline;
    }

    /** Tells this one too of each call that is answered. */
    public void tell(CallListener listener) {
        listeners.add(listener);
    }

    public ToolCatalogue tools() {
        return tools;
    }

    /** Carries out a call; empty where there is no such tool. Whatever goes wrong is a refusal. */
    public Optional<Reply> call(Call call) {
        return tools.find(call.tool()).map(tool -> guarded(tool, call));
    }

    private Reply guarded(Tool tool, Call call) {
        String correlationId = UUID.randomUUID().toString();
        long began = System.nanoTime();
        try {
            Recorded intent = audit.intent(call, correlationId);
            Outcome outcome = outcome(tool, call, correlationId);
            Recorded recorded = audit.result(intent, Audit.outcome(correlationId, outcome.label(), began));
            Reply reply = outcome.reply(correlationId, recorded);
            if (reply instanceof Reply.Answered answered) {
                listeners.forEach(listener -> listener.answered(call, answered.structured()));
            }
            return reply;
        } catch (RefusalException unaudited) {
            return new Reply.Refused(unaudited.code(), unaudited.getMessage(), correlationId);
        }
    }

    /** What became of the tool itself. */
    private sealed interface Outcome {
        String label();

        Reply reply(String correlationId, Recorded recorded);
    }

    private record Succeeded(Tool.Answer answer) implements Outcome {
        @Override
        public String label() {
            return "ok";
        }

        @Override
        public Reply reply(String correlationId, Recorded recorded) {
            ObjectNode structured = answer.structured();
            structured.put("correlation_id", correlationId);
            structured.put("audited", recorded == Recorded.YES);
            String note = recorded == Recorded.YES
                    ? ""
                    : "\nThis call could not be written to the audit trail; tell the operator.";
            return new Reply.Answered(structured, answer.text() + note);
        }
    }

    private record Failed(Code code, String message) implements Outcome {
        @Override
        public String label() {
            return code.label();
        }

        @Override
        public Reply reply(String correlationId, Recorded recorded) {
            return new Reply.Refused(code, message, correlationId);
        }
    }

    /** The one place where any exception of a tool is caught: nothing of a bug reaches a stranger but the id to ask for. */
    private Outcome outcome(Tool tool, Call call, String correlationId) {
        try {
            tools.require(tool);
            Arguments arguments = tool.parameters().read(call.arguments(), "");
            return new Succeeded(tool.function().call(arguments, context(tool, call)));
        } catch (RefusalException refused) {
            return new Failed(refused.code(), refused.getMessage());
        } catch (StillScanningException | StillReadingBillException impatient) {
            return new Failed(Code.STILL_SCANNING, impatient.getMessage() + "; ask the same again to join it");
        } catch (InterruptedException left) {
            // Answered by ending the call; the flag stays down, since the audit record is still to be written.
            return new Failed(Code.CANCELLED, "the call was cancelled");
        } catch (RuntimeException bug) {
            LOG.atError()
                    .setCause(bug)
                    .addKeyValue("correlation_id", correlationId)
                    .log("call {} failed", correlationId);
            return new Failed(
                    Code.INTERNAL_ERROR, "this is a mistake of the program; report it with the correlation id");
        }
    }

    private CallContext context(Tool tool, Call call) {
        Duration longest = switch (call.waits()) {
            case TO_THE_DEADLINE -> deadline;
            case TO_THE_END -> Patience.UNLIMITED.longest();
        };
        Patience patience = new Patience(longest, call.progress());
        return new CallContext(call.caller(), question(tool, call), patience, call.room());
    }

    private static String question(Tool tool, Call call) {
        String canonical = tool.name() + ArgumentsForAudit.canonical(call.arguments(), NOT_PART_OF_THE_QUESTION);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
