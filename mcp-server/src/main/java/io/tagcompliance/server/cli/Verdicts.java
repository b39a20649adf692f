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

    /** The same, and whether each resource that was named is there; where not all could be read, nobody knows. */
    static ExitCode ofNamed(JsonNode answer) {
        ExitCode readability = readability(answer);
        boolean allThere = answer.path("results")
                .valueStream()
                .allMatch(result -> result.path("exists").asBoolean());
        return allThere || readability != ExitCode.FINE ? readability : ExitCode.WRONG_USE;
    }
}
