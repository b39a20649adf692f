package io.tagcompliance.server.tool;

import io.tagcompliance.server.tool.RefusalException.Code;
import java.util.Optional;
import java.util.Set;

/**
 * Which tools the operator lets clients call.
 *
 * @param toolsets those that are on
 * @param access   what tools may do, whatever toolset they are of
 */
public record Permission(Set<Toolset> toolsets, Access access) {
    /** Everything that there is. */
    public static final Permission EVERYTHING = new Permission(Set.of(Toolset.values()), Access.READ_AND_WRITE);

    public Permission {
        toolsets = Set.copyOf(toolsets);
    }

    /** What tools may do. */
    public enum Access {
        READ_ONLY,
        READ_AND_WRITE
    }

    /** Why a tool may not be called; empty where it may. */
    Optional<RefusalException> refusal(Toolset toolset, Tool tool) {
        if (access == Access.READ_ONLY && !tool.hints().readOnly()) {
            return Optional.of(new RefusalException(
                    Code.READ_ONLY, "this server only reads (read_only); the operator would have to change that"));
        }
        if (!toolsets.contains(toolset)) {
            return Optional.of(new RefusalException(
                    Code.TOOLSET_OFF,
                    "this tool is of the toolset %s, which is off; the operator switches it on with toolsets"
                            .formatted(toolset.label())));
        }
        return Optional.empty();
    }
}
