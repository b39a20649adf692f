package io.tagcompliance.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key for digests in the audit trail and for pseudonyms: made once in each data directory, readable by its owner only. */
final class DigestKey {
    private static final Logger LOG = LoggerFactory.getLogger(DigestKey.class);
    private static final String FILE = "digest.key";
    private static final int BYTES = 32;

    private DigestKey() {}

    /** The key of that directory. Where it can't be kept, one for this process: digests then tell less, but no more. */
    static byte[] in(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            return Files.exists(file) ? kept(file) : made(file);
        } catch (IOException unkept) {
            LOG.warn("the digest key can't be kept; this process uses its own");
            return random();
        }
    }

    /** Whether that directory has one, since calls were recorded there before. */
    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    private static byte[] kept(Path file) throws IOException {
        byte[] key = Files.readAllBytes(file);
        if (key.length != BYTES) {
            throw new IOException("not a key");
        }
        return key;
    }

    /** Written aside and linked into place, so that of two processes at once one wins and both read a whole key. */
    private static byte[] made(Path file) throws IOException {
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path aside = Files.createTempFile(file.getParent(), FILE, ".new", ownerOnly);
        Files.write(aside, random(), StandardOpenOption.TRUNCATE_EXISTING);
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException another) {
            LOG.debug("another process made the key");
        } finally {
            Files.delete(aside);
        }
        return kept(file);
    }

    private static byte[] random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
