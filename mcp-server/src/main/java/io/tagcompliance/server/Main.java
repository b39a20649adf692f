package io.tagcompliance.server;

import io.tagcompliance.server.cli.CommandLines;
import io.tagcompliance.server.cli.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;

/** The entry point of the program. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends with its exit code. Standard output belongs to what the command prints: whatever a library
     * prints there goes to standard error instead.
     */
    public static void main(String[] arguments) {
        System.setOut(System.err);
        Console console = new Console(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        System.exit(CommandLines.of(console, System.getenv(), Path.of("").toAbsolutePath())
                .run(arguments));
    }
}
