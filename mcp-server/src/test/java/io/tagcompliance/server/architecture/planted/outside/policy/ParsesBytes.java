package io.tagcompliance.server.architecture.planted.outside.policy;

import java.io.IOException;
import java.io.UncheckedIOException;

final class ParsesBytes {
    UncheckedIOException impossible(IOException cause) {
        return new UncheckedIOException(cause);
    }
}
