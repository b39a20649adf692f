package io.tagcompliance.server.tool;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.server.handout.Handouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Every tool, in the order in which they are listed, and which of them may be called. A new tool is one line here. */
public final class ToolCatalogue {
    private final List<Placed> placed;
    private final Permission permission;

    private ToolCatalogue(List<Placed> placed, Permission permission) {
        this.placed = List.copyOf(placed);
        this.permission = permission;
    }

    private record Placed(Toolset toolset, Tool tool) {}

    /**
     * The tools over an estate, which is opened with the first call that needs it: listing tools must be quick.
     *
     * @param digest keyed and in hexadecimal; of what pseudonyms are made
     */
    public static ToolCatalogue over(
            Supplier<TagCompliance> compliance, Cursors cursors, Handouts handouts, UnaryOperator<String> digest) {
        return new ToolCatalogue(List.of(), Permission.EVERYTHING)
                .with(Toolset.COMPLIANCE, CheckTool.of(compliance, cursors))
                .with(Toolset.COMPLIANCE, UntaggedTool.of(compliance, cursors))
                .with(Toolset.COMPLIANCE, ValidateTool.of(compliance, cursors))
                .with(Toolset.COMPLIANCE, SuggestTool.of(compliance, cursors))
                .with(Toolset.COMPLIANCE, PolicyTool.of(compliance, cursors))
                .with(Toolset.COMPLIANCE, AccountsTool.of(compliance, cursors))
                .with(Toolset.COMPLIANCE, HistoryTool.of(compliance, cursors))
                .with(Toolset.COMPLIANCE, DriftTool.of(compliance, cursors))
                .with(Toolset.COST, GapTool.of(compliance, cursors, digest))
                .with(Toolset.REPORTS, ReportTool.of(compliance, handouts, digest))
                .with(Toolset.REPORTS, ExportTool.of(compliance, handouts, digest));
    }

    /** These, and one more. */
    ToolCatalogue with(Toolset toolset, Tool tool) {
        List<Placed> more = new ArrayList<>(placed);
        more.add(new Placed(toolset, tool));
        return new ToolCatalogue(more, permission);
    }

    /** The same tools, of which only those may be called. */
    public ToolCatalogue allowing(Permission permission) {
        return new ToolCatalogue(placed, permission);
    }

    /** Those that may be called. */
    public List<Tool> tools() {
        return placed.stream()
                .filter(entry ->
                        permission.refusal(entry.toolset(), entry.tool()).isEmpty())
                .map(Placed::tool)
                .toList();
    }

    /** The names of those that may be called. */
    public List<String> names() {
        return tools().stream().map(Tool::name).toList();
    }

    /** A tool, whether it may be called or not. */
    public Optional<Tool> find(String name) {
        return placed(name).map(Placed::tool);
    }

    /** @throws RefusalException where the tool may not be called: that a list leaves it out stops nobody */
    public void require(Tool tool) {
        placed(tool.name())
                .flatMap(entry -> permission.refusal(entry.toolset(), entry.tool()))
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    private Optional<Placed> placed(String name) {
        return placed.stream().filter(entry -> entry.tool().name().equals(name)).findFirst();
    }
}
