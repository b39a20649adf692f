package io.tagcompliance.snapshot;

import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An estate that stands in a file of JSON lines or CSV, of one cloud or several.
 *
 * <p>The file is read when its clouds are first asked for, and again by the first scan after its size or time of change
 * became another. It is taken over as a whole or not at all. Safe for use by many threads.
 *
 * <p>It can't be written to, knows no bill and no history, and sees only what its export saw: a type that it doesn't
 * name is refused, since nobody can tell whether there is none of it.
 */
public final class EstateFile {
    private static final Reading NEVER_READ = new Reading(new Stamp(-1, Instant.EPOCH), Map.of());

    private final Path path;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Reading latest = NEVER_READ;

    private EstateFile(Path path) {
        this.path = path;
    }

    /** When the content was what it is. */
    private record Stamp(long size, Instant changed) {}

    private record Reading(Stamp stamp, Map<Cloud, Records> clouds) {}

    /**
     * The estate in that file, which is not read yet.
     *
     * @throws EstateFileException where there is no file that can be read
     */
    public static EstateFile open(Path path) {
        FileForm.requireFile(path, nameOf(path));
        return new EstateFile(path);
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    /**
     * One provider for each cloud that the file names, ordered by its name. A cloud that comes into the file later is
     * seen by the next call.
     *
     * @throws EstateFileException  where anything in the file is wrong
     * @throws InterruptedException soon after the interruption of the calling thread
     */
    public List<CloudProvider> clouds() throws InterruptedException {
        return current().keySet().stream()
                .<CloudProvider>map(cloud -> new RecordedCloud(cloud, new OfCloud(cloud)))
                .toList();
    }

    /** The part of one cloud. */
    private final class OfCloud implements RecordSource {
        private final Cloud cloud;

        private OfCloud(Cloud cloud) {
            this.cloud = cloud;
        }

        @Override
        public Records current() throws InterruptedException {
            return EstateFile.this.current().getOrDefault(cloud, Records.none());
        }

        @Override
        public Records latest() {
            return latest.clouds().getOrDefault(cloud, Records.none());
        }
    }

    private Map<Cloud, Records> current() throws InterruptedException {
        reading.lockInterruptibly();
        try {
            if (!latest.stamp().equals(stamp())) {
                latest = read();
            }
            return latest.clouds();
        } finally {
            reading.unlock();
        }
    }

    private Reading read() throws InterruptedException {
        Stamp before = stamp();
        Map<Cloud, Records> clouds = EstateReading.of(path);
        if (!before.equals(stamp())) {
            throw new EstateFileException(nameOf(path), "changed while it was read; try again when its writer is done");
        }
        return new Reading(before, clouds);
    }

    private Stamp stamp() {
        FileForm.requireFile(path, nameOf(path));
        try {
            return new Stamp(Files.size(path), Files.getLastModifiedTime(path).toInstant());
        } catch (IOException failed) {
            throw new EstateFileException(nameOf(path), "can't be read; check that it is a file, and its permissions");
        }
    }
}
