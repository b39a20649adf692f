package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One argument of a tool: its name, its JSON schema, and how it is read. Reading refuses what the schema refuses, in words
 * that say what was given and what is allowed.
 *
 * @param name      in snake_case
 * @param schema    the JSON schema of the argument
 * @param otherwise the value where the argument is left out
 * @param reader    reads an argument that is there
 */
public record Parameter<T>(String name, Map<String, Object> schema, T otherwise, Reader<T> reader) {

    /** Reads the value at a path. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws RefusalException where the schema doesn't allow the value */
        T read(JsonNode value, String path);
    }
}
