package io.tagcompliance.server.offer;

import io.tagcompliance.policy.Nearest;
import java.util.List;
import java.util.Optional;

/**
 * Everything that clients are offered, each list in the order in which it is shown.
 *
 * @param product   who offers it
 * @param tools     by name
 * @param resources by URI
 * @param templates by URI template
 * @param prompts   by name
 */
public record Offer(
        Product product, List<Entry> tools, List<Entry> resources, List<Entry> templates, List<Entry> prompts) {
    public Offer {
        tools = List.copyOf(tools);
        resources = List.copyOf(resources);
        templates = List.copyOf(templates);
        prompts = List.copyOf(prompts);
    }

    /** Who offers it, and how it is meant to be used. */
    public record Product(String name, String version, String instructions) {}

    public Optional<Entry> tool(String name) {
        return find(tools, name);
    }

    /** The refusal of a tool that is not offered, with the one that was most likely meant. */
    public RpcException noSuchTool(String name) {
        List<String> names = tools.stream().map(Entry::key).toList();
        return RpcException.invalidParams("there is no such tool"
                + Nearest.to(name, names)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; there are " + String.join(", ", names)));
    }

    public Optional<Entry> prompt(String name) {
        return find(prompts, name);
    }

    public Optional<Entry> resource(String uri) {
        return find(resources, uri);
    }

    /** By the template itself, not by a URI that fits it. */
    public Optional<Entry> template(String template) {
        return find(templates, template);
    }

    private static Optional<Entry> find(List<Entry> entries, String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }
}
