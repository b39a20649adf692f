package io.tagcompliance.server.transport.stdio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/** Writes whole lines, one at a time, from any number of threads. After the peer is gone, writing does nothing. */
final class LineOutput {
    private final OutputStream out;
    private final Runnable whenBroken;
    private final ReentrantLock oneLine = new ReentrantLock();
    private volatile boolean broken;

    LineOutput(OutputStream out, Runnable whenBroken) {
        this.out = out;
        this.whenBroken = whenBroken;
    }

    void write(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        oneLine.lock();
        try {
            if (!broken) {
                out.write(bytes);
                out.flush();
            }
        } catch (IOException peerGone) {
            broken = true;
        } finally {
            oneLine.unlock();
        }
        if (broken) {
            whenBroken.run();
        }
    }
}
