package io.tagcompliance.server;

import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.ValueFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files beside a policy from which its lists of values come. None outside that directory is read, whatever links say. */
final class FilesBeside implements ValueFiles {
    private final Path directory;
    private final List<Path> asked = new ArrayList<>();

    FilesBeside(Path policy) {
        Path parent = policy.toAbsolutePath().getParent();
        this.directory = parent == null ? policy.toAbsolutePath() : parent;
    }

    /** The files that were asked for, there or not: a change of any of them may change the policy. */
    List<Path> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Content read(String name) {
        Path file = directory.resolve(name);
        asked.add(file);
        try {
            if (!Files.isRegularFile(file)) {
                return new Content.Unreadable("there is no such file beside the policy");
            }
            if (!file.toRealPath().startsWith(directory.toRealPath())) {
                return new Content.Unreadable("leads out of the policy's directory; put the file itself there");
            }
            return content(file);
        } catch (IOException unreadable) {
            return new Content.Unreadable("can't be read; check its permissions");
        }
    }

    private static Content content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(PolicyReader.LARGEST + 1);
            return bytes.length > PolicyReader.LARGEST
                    ? new Content.Unreadable("is larger than 1 MiB")
                    : new Content.Bytes(bytes);
        }
    }
}
