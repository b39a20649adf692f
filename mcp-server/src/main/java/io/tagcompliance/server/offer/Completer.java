package io.tagcompliance.server.offer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Completes the value of an argument while a person types it. Safe for many threads, and quick. */
@FunctionalInterface
public interface Completer {
    /** Knows no values. */
    Completer NOTHING = question -> List.of();

    /** The values that fit, the best first; empty where none is known. */
    List<String> complete(Question question);

    /**
     * A value that is being typed.
     *
     * @param caller   who types it
     * @param argument which one
     * @param typed    what is there of it
     * @param others   the arguments that have their values already, as an object of texts
     */
    record Question(String caller, String argument, String typed, JsonNode others) {}
}
