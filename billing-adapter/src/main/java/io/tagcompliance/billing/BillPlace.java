package io.tagcompliance.billing;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where the files of a bill are. Safe for many threads. */
sealed interface BillPlace extends AutoCloseable {
    /** @throws UnreadableException where there is none */
    Path path();

    @Override
    void close();

    /** They are there already. */
    record There(Path path) implements BillPlace {
        @Override
        public void close() {
            // They are somebody's.
        }
    }

    /** One is written when it is first asked for, and deleted at the end. */
    final class Written implements BillPlace {
        private final BillFiles.Text text;
        private final AtomicReference<@Nullable Path> file = new AtomicReference<>();

        Written(BillFiles.Text text) {
            this.text = text;
        }

        @Override
        public synchronized Path path() {
            Path there = file.get();
            if (there == null) {
                there = write();
                file.set(there);
            }
            return there;
        }

        private Path write() {
            try {
                Path written = Files.createTempFile("bill", ".csv");
                try (Writer out = Files.newBufferedWriter(written)) {
                    text.writeTo(out);
                }
                return written;
            } catch (IOException full) {
                throw UnreadableException.because(
                        "the bill can't be written to the temporary directory; make room there");
            }
        }

        @Override
        public synchronized void close() {
            Path there = file.getAndSet(null);
            try {
                if (there != null) {
                    Files.deleteIfExists(there);
                }
            } catch (IOException left) {
                there.toFile().deleteOnExit();
            }
        }
    }
}
