package io.tagcompliance.server.cli;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The three standard streams of one run of the program. Text is UTF-8 whatever the machine's own encoding is. */
public final class Console {
    private final InputStream in;
    private final OutputStream rawOut;
    private final PrintWriter out;
    private final PrintWriter err;

    public Console(InputStream in, OutputStream out, OutputStream err) {
        this.in = in;
        this.rawOut = out;
        this.out = new PrintWriter(new BufferedOutputStream(out), false, StandardCharsets.UTF_8);
        this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    InputStream in() {
        return in;
    }

    /** Standard output as bytes, for a protocol; nothing may be printed then. */
    OutputStream rawOut() {
        return rawOut;
    }

    /** Standard output, for what was asked for. */
    PrintWriter out() {
        return out;
    }

    /** Standard error, for everything else. */
    PrintWriter err() {
        return err;
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
