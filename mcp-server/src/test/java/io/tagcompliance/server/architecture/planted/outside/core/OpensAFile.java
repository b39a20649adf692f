package io.tagcompliance.server.architecture.planted.outside.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class OpensAFile {
    String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
