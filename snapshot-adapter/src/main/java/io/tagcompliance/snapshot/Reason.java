package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Why an export could not read something, by the label of a {@link Kind}. */
record Reason(Kind kind) {
    private static final String OPERATION = "estate file";

    /** The reason in that cell. */
    static Reason of(RawRecord raw, Column column) throws WrongRecordException {
        String text = raw.cell(column);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.label().equalsIgnoreCase(text))
                .findFirst()
                .map(Reason::new)
                .orElseThrow(() -> new WrongRecordException(
                        raw.line(), column.label() + " " + Quoted.of(text) + " is no reason; known are " + labels()));
    }

    private static String labels() {
        return Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", "));
    }

    ReadFailure whilePartWasRead() {
        return new ReadFailure(kind, OPERATION, "the export could not read this part; " + remedy());
    }

    ReadFailure whileTagsWereRead() {
        return new ReadFailure(kind, OPERATION, "the export could not read these tags; " + remedy());
    }

    private String remedy() {
        return switch (kind) {
            case ACCESS_DENIED -> "allow its identity to read it and export again";
            case UNAUTHENTICATED -> "give it credentials that are valid and export again";
            case THROTTLED -> "export again at a slower pace";
            case UNAVAILABLE, BROKEN_PAGING, INTERRUPTED -> "export again";
            case UNSUPPORTED -> "use an export that can";
        };
    }
}
