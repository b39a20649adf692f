package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments that a tool, or an object among its arguments, may have. Any other is refused by name. */
public record Parameters(List<Parameter<?>> all) {
    public Parameters {
        all = List.copyOf(all);
    }

    static Parameters of(Parameter<?>... all) {
        return new Parameters(List.of(all));
    }

    /** The JSON schema of an object of these arguments. */
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        all.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        return Schema.of("type", "object", "properties", properties, "additionalProperties", false);
    }

    /**
     * Reads the arguments of a call.
     *
     * @param path where the object stands; empty for the arguments themselves
     * @throws RefusalException where the schema doesn't allow them
     */
    public Arguments read(JsonNode object, String path) {
        if (!object.isObject()) {
            throw RefusalException.invalid(
                    path.isEmpty() ? "arguments" : path, "must be an object, is " + Kinds.kindOf(object));
        }
        object.fieldNames().forEachRemaining(name -> refuseUnknown(name, path));
        Map<Parameter<?>, Object> values = new HashMap<>();
        all.forEach(parameter -> values.put(parameter, read(parameter, object, path)));
        return new Arguments(values, object.size());
    }

    /** A {@code null} is the same as left out: some clients send every argument that a tool has. */
    private static <T> T read(Parameter<T> parameter, JsonNode object, String path) {
        return object.hasNonNull(parameter.name())
                ? parameter.reader().read(object.get(parameter.name()), at(path, parameter.name()))
                : parameter.otherwise();
    }

    private void refuseUnknown(String name, String path) {
        List<String> names = all.stream().map(Parameter::name).toList();
        if (!names.contains(name)) {
            throw Kinds.unknownField(path, name, names);
        }
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
