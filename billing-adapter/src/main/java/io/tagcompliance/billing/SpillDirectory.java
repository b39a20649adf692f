package io.tagcompliance.billing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where an engine puts what doesn't fit into memory: a directory that nobody else may look into, since rows of a bill stand in it.
 * It goes when it is closed, and at the latest when the program ends in good order.
 */
final class SpillDirectory implements AutoCloseable {
    private final Path path;
    private final Thread atTheEnd = Thread.ofPlatform().name("bill-spill").unstarted(this::delete);

    private SpillDirectory(Path path) {
        this.path = path;
    }

    /**
     * A new one, in the temporary directory.
     *
     * @throws IOException where nothing can be made there
     */
    static SpillDirectory make() throws IOException {
        SpillDirectory made = new SpillDirectory(Files.createTempDirectory("tag-compliance-bill-"));
        Runtime.getRuntime().addShutdownHook(made.atTheEnd);
        return made;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            // it deletes what is deleted already
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).toList().forEach(SpillDirectory::delete);
        } catch (IOException | UncheckedIOException gone) {
            // an engine that is ending took something away itself; nobody else can read what is left
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException held) {
            // the others go
        }
    }
}
