package io.tagcompliance.docs;

import io.tagcompliance.server.handout.Handouts;
import io.tagcompliance.server.tool.Cursors;
import io.tagcompliance.server.tool.RefusalException.Code;
import io.tagcompliance.server.tool.Tool;
import io.tagcompliance.server.tool.ToolCatalogue;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The pages about tools, made from the catalogue: each tool's own and the list of all. */
final class ToolPages {
    private static final String NOTE =
            "<!-- Made from the code by ToolPagesTest; -Dupdate.pages=true makes it anew. -->\n\n";

    private ToolPages() {}

    /** Every page, by its file name. */
    static Map<String, String> all() {
        ToolCatalogue catalogue = ToolCatalogue.over(
                () -> {
                    throw new AssertionError("a page needs no estate");
                },
                new Cursors(),
                Handouts.in(Path.of("target", "handouts"), InstantSource.system()),
                String::strip);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("README.md", list(catalogue.tools()));
        catalogue.tools().forEach(tool -> pages.put(tool.name() + ".md", page(tool)));
        return pages;
    }

    private static String list(List<Tool> tools) {
        String rows = tools.stream()
                .map(tool -> "| [`%s`](%s.md) | %s |\n".formatted(tool.name(), tool.name(), firstLine(tool)))
                .collect(Collectors.joining());
        return "# The tools\n\n" + NOTE + """
                What an MCP client can ask for, and what `tag-compliance tool NAME ARGUMENTS` prints.

                | tool | what for |
                |---|---|
                """ + rows + """

                ## Errors

                A call that fails is a tool error. Its answer has `error_code`, `message`, `retryable` and `correlation_id`; under that
                id the call stands in the audit trail.

                | `error_code` | what happened | the same call may succeed later |
                |---|---|---|
                """ + errors();
    }

    private static String firstLine(Tool tool) {
        return tool.description().lines().findFirst().orElseThrow();
    }

    private static String errors() {
        return Arrays.stream(Code.values())
                .map(code ->
                        "| `%s` | %s | %s |\n".formatted(code.label(), meaning(code), code.retryable() ? "yes" : "no"))
                .collect(Collectors.joining());
    }

    /** A switch without a default, so that a new code can't be forgotten here. */
    private static String meaning(Code code) {
        return switch (code) {
            case INVALID_ARGUMENT -> "an argument is unknown, of the wrong type or out of range; the message names it";
            case CURSOR_EXPIRED -> "the scan that the cursor belongs to is gone; ask for the first page again";
            case STILL_SCANNING ->
                "the scan, or for the gap the bill, takes longer than the deadline; it goes on, and the same call joins it";
            case CANCELLED -> "the client cancelled the call";
            case TOOLSET_OFF -> "the operator has not switched on the tool's toolset";
            case READ_ONLY -> "the tool writes, and the operator lets this server read only";
            case ESTATE_UNREADABLE -> "the inventory file can't be read, or something in it is wrong";
            case CLOUD_UNREADABLE -> "a cloud won't say which accounts there are; the message says what to do";
            case HISTORY_UNAVAILABLE -> "kept checks can't be read just now";
            case STORE_UNAVAILABLE -> "the data directory can't be written";
            case AUDIT_UNAVAILABLE -> "the audit trail can't be written, and `audit_required` is set";
            case AUDIT_CORRUPT -> "the audit trail is damaged; nothing is added to it until an operator looked at it";
            case INTERNAL_ERROR -> "a mistake of the program; report it with the correlation id";
        };
    }

    private static String page(Tool tool) {
        Tool.Hints hints = tool.hints();
        return "# " + tool.title() + "\n\n" + NOTE + "`" + tool.name() + "`\n\n"
                + tool.description().lines().map(line -> line + "\n\n").collect(Collectors.joining())
                + "Hints for clients: read-only %s, destructive %s, idempotent %s, open world %s.\n\n"
                        .formatted(hints.readOnly(), hints.destructive(), hints.idempotent(), hints.openWorld())
                + parameters(tool) + answer(tool)
                + "Errors stand in the [list of tools](README.md#errors).\n";
    }

    private static String parameters(Tool tool) {
        if (tool.parameters().all().isEmpty()) {
            return "## Parameters\n\nNone.\n\n";
        }
        StringBuilder rows = new StringBuilder();
        tool.parameters().all().forEach(one -> rows.append(SchemaRows.parameter(one.name(), one.schema())));
        return """
                ## Parameters

                None is required, and any other is refused.

                | parameter | type | bounds | default | meaning |
                |---|---|---|---|---|
                """ + rows + "\n";
    }

    private static String answer(Tool tool) {
        Map<String, Object> schema = tool.outputSchema();
        StringBuilder text = new StringBuilder("## Answer\n\n").append(SchemaRows.fields(schema));
        SchemaRows.map(Objects.requireNonNull(schema.get("$defs")))
                .forEach((name, definition) -> text.append("### ")
                        .append(name)
                        .append("\n\n")
                        .append(SchemaRows.fields(SchemaRows.map(definition))));
        return text.toString();
    }
}
