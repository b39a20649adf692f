package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A tool: data, and a function.
 *
 * @param name        in snake_case; part of the contract with clients
 * @param title       for people
 * @param description what and when; what comes back and how large; limits and cost
 * @param parameters  what it takes
 * @param answer      the record that it gives back, from which its output schema follows
 * @param hints       what a client may rely on
 * @param function    does it
 */
public record Tool(
        String name,
        String title,
        String description,
        Parameters parameters,
        Class<?> answer,
        Hints hints,
        Function function) {

    /** The JSON schema of the answer. */
    public Map<String, Object> outputSchema() {
        return AnswerSchema.of(answer);
    }

    /** What a client may rely on, by the names that the protocol has. */
    public record Hints(boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {
        /** Reads and changes nothing, so asking twice does no harm; what it reads lies outside this program. */
        static final Hints READS_THE_WORLD = new Hints(true, false, true, true);

        /** Reads nothing but this program's own settings. */
        static final Hints READS_SETTINGS = new Hints(true, false, true, false);
    }

    /** Reads arguments, calls one use-case, shapes the answer. */
    @FunctionalInterface
    public interface Function {
        /**
         * @throws RefusalException     where the call can't be answered
         * @throws InterruptedException where the client went away
         */
        Answer call(Arguments arguments, CallContext context) throws InterruptedException;
    }

    /**
     * What a tool gives back.
     *
     * @param structured the whole answer
     * @param text       the key figures and the first rows, for clients that show a model only text
     */
    public record Answer(ObjectNode structured, String text) {}
}
