package io.tagcompliance.server.handout;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.handout.Handout.Digest;
import io.tagcompliance.server.handout.Handout.Kind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps handouts under the data directory for a day: a file, and beside it what is known of it. Names of files are made here
 * and never come from outside; links are not followed. Safe for many threads.
 */
public final class Handouts {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final ObjectMapper JSON = new JsonMapper();
    private static final String ABOUT = ".json";
    private static final String CONTENT = ".content";

    private final Path directory;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    private Handouts(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Those in a directory, which is made with the first one. */
    public static Handouts in(Path directory, InstantSource clock) {
        return new Handouts(directory, clock);
    }

    /** Writes what a handout holds. */
    @FunctionalInterface
    public interface Writer {
        /**
         * @throws IOException          where the file can't be written
         * @throws InterruptedException where who asked is gone
         */
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    /** What a new handout is. */
    public record Label(Kind kind, String name, String mime, String caller) {}

    /**
     * Makes one. A file that was not written to its end is taken away.
     *
     * @throws HandoutException     where the data directory can't be written
     * @throws InterruptedException where who asked is gone
     */
    public Handout make(Label label, Writer writer) throws InterruptedException {
        String id = HexFormat.of().formatHex(random());
        Path content = directory.resolve(id + CONTENT);
        try {
            Files.createDirectories(directory);
            keepToOwner(directory);
            takeAwayExpired();
            Digest digest = write(content, writer);
            Handout handout = new Handout(
                    id,
                    label.kind(),
                    label.name(),
                    label.mime(),
                    clock.instant().plus(KEPT),
                    label.caller(),
                    digest);
            Path unfinished = Files.writeString(directory.resolve(id + ".new"), about(handout));
            Files.move(unfinished, directory.resolve(id + ABOUT), StandardCopyOption.ATOMIC_MOVE);
            return handout;
        } catch (IOException full) {
            throw new HandoutException(
                    "the file can't be written to the data directory; make room, or check its rights", full);
        } finally {
            takeAwayUnfinished(id);
        }
    }

    /** Exports hold what the estate holds; where the file system knows no such rights, those of the data directory count. */
    private static void keepToOwner(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private byte[] random() {
        byte[] bits = new byte[16];
        chance.nextBytes(bits);
        return bits;
    }

    private static Digest write(Path file, Writer writer) throws IOException, InterruptedException {
        MessageDigest sha = sha256();
        try (OutputStream bytes = new BufferedOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 1 << 16);
                Digesting out = new Digesting(bytes, sha)) {
            writer.writeTo(out);
            out.flush();
            return new Digest(HexFormat.of().formatHex(sha.digest()), out.count());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String about(Handout handout) {
        ObjectNode about = JSON.createObjectNode();
        about.put("kind", handout.kind().name());
        about.put("name", handout.name());
        about.put("mime", handout.mime());
        about.put("expires", handout.expires().toString());
        about.put("caller", handout.caller());
        about.put("sha256", handout.digest().sha256());
        about.put("bytes", handout.digest().bytes());
        return about.toString();
    }

    /** One that this caller may read and that has not expired. Whatever is wrong, it is not there. */
    public Optional<Handout> find(Kind kind, String id, String caller) {
        return known(id)
                .filter(handout -> handout.kind() == kind
                        && handout.caller().equals(caller)
                        && clock.instant().isBefore(handout.expires()));
    }

    private Optional<Handout> known(String id) {
        Path file = directory.resolve(ID.matcher(id).matches() ? id + ABOUT : "none");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            ObjectNode about = (ObjectNode) JSON.readTree(Files.readString(file));
            return Optional.of(new Handout(
                    id,
                    Kind.valueOf(about.path("kind").asText()),
                    about.path("name").asText(),
                    about.path("mime").asText(),
                    Instant.parse(about.path("expires").asText()),
                    about.path("caller").asText(),
                    new Digest(
                            about.path("sha256").asText(), about.path("bytes").asLong())));
        } catch (IOException | IllegalArgumentException | ClassCastException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    /**
     * The bytes of one.
     *
     * @throws HandoutException where they aren't there any more
     */
    public byte[] read(Handout handout) {
        return ofFile(handout, file -> new Part(0, Math.toIntExact(file.size())).read(file));
    }

    /**
     * In how many parts one can be read.
     *
     * @throws HandoutException where it isn't there any more
     */
    public int parts(Handout handout) {
        return ofFile(handout, file -> parts(handout, file).size());
    }

    /**
     * The bytes of a part, of 8 MiB at most. All of them in order are the file; those of a text end with a
     * line, or with a character where a line is longer than a part.
     *
     * @param number from 1 on; of another there is none
     * @throws HandoutException where they aren't there any more
     */
    public Optional<byte[]> part(Handout handout, int number) {
        return ofFile(handout, file -> {
            List<Part> parts = parts(handout, file);
            return number < 1 || number > parts.size()
                    ? Optional.empty()
                    : Optional.of(parts.get(number - 1).read(file));
        });
    }

    private static List<Part> parts(Handout handout, SeekableByteChannel file) throws IOException {
        return handout.isText() ? Part.ofText(file) : Part.ofBytes(file);
    }

    /** Something that is known of a file. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(SeekableByteChannel file) throws IOException;
    }

    private <T> T ofFile(Handout handout, Reading<T> reading) {
        Path content = directory.resolve(handout.id() + CONTENT);
        try (SeekableByteChannel file =
                Files.newByteChannel(content, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return reading.of(file);
        } catch (IOException gone) {
            throw new HandoutException("the file isn't there any more; make it again", gone);
        }
    }

    /**
     * Copies the bytes of one into a stream.
     *
     * @throws HandoutException where they can't be read, or not be written there
     */
    public void copy(Handout handout, OutputStream out) {
        Path file = directory.resolve(handout.id() + CONTENT);
        try {
            if (Files.isSymbolicLink(file)) {
                throw new IOException("a link");
            }
            Files.copy(file, out);
        } catch (IOException failed) {
            throw new HandoutException("the file could not be copied; check that there is room for it", failed);
        }
    }

    /** Those that say that they expired, and files that no description belongs to any more. */
    private void takeAwayExpired() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String id = idOf(file);
                boolean says = known(id)
                        .map(handout -> !clock.instant().isBefore(handout.expires()))
                        .orElseGet(() -> isOld(file));
                if (says && ID.matcher(id).matches()) {
                    takeAway(id);
                }
            }
        }
    }

    private static String idOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private boolean isOld(Path file) {
        try {
            Instant made =
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
            return made.plus(KEPT).isBefore(clock.instant());
        } catch (IOException gone) {
            return false;
        }
    }

    private void takeAwayUnfinished(String id) {
        if (Files.notExists(directory.resolve(id + ABOUT))) {
            takeAway(id);
        }
    }

    private void takeAway(String id) {
        try {
            Files.deleteIfExists(directory.resolve(id + ABOUT));
            Files.deleteIfExists(directory.resolve(id + ".new"));
            Files.deleteIfExists(directory.resolve(id + CONTENT));
        } catch (IOException left) {
            // It expires all the same, and is tried again with the next one.
        }
    }
}
