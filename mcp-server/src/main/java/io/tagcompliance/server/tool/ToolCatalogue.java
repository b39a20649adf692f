package io.tagcompliance.server.tool;

import io.tagcompliance.core.TagCompliance;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every tool, in the order in which they are listed. A new tool is one line here. */
public final class ToolCatalogue {
    private final List<Tool> tools;

    private ToolCatalogue(List<Tool> tools) {
        this.tools = List.copyOf(tools);
    }

    /** The tools over an estate, which is opened with the first call that needs it: listing tools must be quick. */
    public static ToolCatalogue over(Supplier<TagCompliance> compliance, Cursors cursors) {
        return new ToolCatalogue(List.of(
                CheckTool.of(compliance, cursors),
                UntaggedTool.of(compliance, cursors),
                ValidateTool.of(compliance, cursors),
                PolicyTool.of(compliance, cursors)));
    }

    public List<Tool> tools() {
        return tools;
    }

    public List<String> names() {
        return tools.stream().map(Tool::name).toList();
    }

    public Optional<Tool> find(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }
}
