package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code export_violations_csv}.
 *
 * @param exportUrl a resource of this server, which its caller alone can read
 * @param rowCount  one for each resource and rule that it fails
 * @param parts     how many parts of 8 MiB at most it can be read in, at the URL with {@code /1} and so on behind it
 * @param sha256    of the file
 * @param note      what there is to know of the rows
 * @param ruleIds   the rules of which the file has violations; empty = all
 */
public record ExportAnswer(
        String exportUrl,
        String fileName,
        String mimeType,
        String expiresAt,
        int rowCount,
        int resourceCount,
        long bytes,
        int parts,
        String sha256,
        List<String> columns,
        List<String> ruleIds,
        String costBasis,
        @JsonInclude(Include.NON_NULL) @Nullable String note,
        Map<String, String> nullReasons,
        @JsonUnwrapped Provenance provenance) {}
