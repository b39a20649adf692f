package io.tagcompliance.server.handout;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and digests what goes through it. */
final class Digesting extends OutputStream {
    private final OutputStream out;
    private final MessageDigest digest;
    private long count;

    Digesting(OutputStream out, MessageDigest digest) {
        this.out = out;
        this.digest = digest;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        count += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    long count() {
        return count;
    }
}
