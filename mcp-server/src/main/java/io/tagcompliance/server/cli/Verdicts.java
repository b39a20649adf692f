package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** What an answer means for the exit code. */
final class Verdicts {
    private Verdicts() {}

    /** Whether everything that was asked about could be read. */
    static ExitCode readability(JsonNode answer) {
        boolean partial = answer.path("coverage").asText().equals("partial");
        boolean unknown = answer.path("summary").path("unknown").asInt() > 0;
        return partial || unknown ? ExitCode.NOT_ALL_READABLE : ExitCode.FINE;
    }
}
