package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.tool.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say which part of the estate a command is about. */
final class ScopeOptions {
    @Option(names = "--cloud", paramLabel = "CLOUD", description = "aws, azure, gcp or all")
    private @Nullable String cloud;

    @Option(names = "--type", paramLabel = "TYPE", split = ",", description = "Only these types or categories")
    private @Nullable List<String> types;

    @Option(names = "--region", paramLabel = "REGION", split = ",", description = "Only these regions")
    private @Nullable List<String> regions;

    @Option(names = "--account", paramLabel = "ID", split = ",", description = "Only these accounts")
    private @Nullable List<String> accounts;

    @Option(names = "--resource-group", paramLabel = "NAME", split = ",", description = "Only these resource groups")
    private @Nullable List<String> groups;

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "Only resources with this tag")
    private @Nullable Map<String, String> tags;

    /** Puts them among the arguments of a tool. */
    void into(ObjectNode arguments) {
        if (cloud != null) {
            arguments.put("cloud_provider", cloud);
        }
        put(arguments, "resource_types", types);
        ObjectNode filters = Json.object();
        put(filters, "regions", regions);
        put(filters, "account_ids", accounts);
        put(filters, "resource_groups", groups);
        if (tags != null) {
            ObjectNode wanted = filters.putObject("tags");
            tags.forEach(wanted::put);
        }
        if (!filters.isEmpty()) {
            arguments.set("filters", filters);
        }
    }

    static void put(ObjectNode object, String name, @Nullable List<String> texts) {
        if (texts != null) {
            ArrayNode list = object.putArray(name);
            texts.forEach(list::add);
        }
    }

    static void put(ObjectNode object, String name, @Nullable String text) {
        if (text != null) {
            object.put(name, text);
        }
    }
}
