package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.guard.Reply;
import io.tagcompliance.server.tool.CallContext.Room;

/** One call of a tool by a command of its own, and what is shown of the answer. */
record ToolRun(Program program, EstateOptions options, Room room) {

    /** Shows an answer. */
    @FunctionalInterface
    interface Show {
        /** How the command ends. */
        ExitCode show(JsonNode answer, Wiring wiring);
    }

    /** Calls the tool, and shows its answer or its refusal. */
    int call(String tool, JsonNode arguments, Show show) {
        Configuration configuration = program.configuration(options);
        try (Wiring wiring = configuration.wiring()) {
            Reply reply = program.call(wiring, tool, arguments, room).orElseThrow();
            return switch (reply) {
                case Reply.Answered answered ->
                    show.show(answered.structured(), wiring).number();
                case Reply.Refused refused ->
                    program.refused(OptionNames.in(refused), configuration).number();
            };
        }
    }
}
