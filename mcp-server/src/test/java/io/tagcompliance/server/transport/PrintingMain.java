package io.tagcompliance.server.transport;

import io.tagcompliance.server.Main;
import java.io.PrintStream;

/** The program with a library in it that prints to standard output once it is running. */
final class PrintingMain {
    private PrintingMain() {}

    @SuppressWarnings("ReferenceEquality") // whether it is the very stream is the question
    public static void main(String[] arguments) {
        PrintStream original = System.out;
        Thread.ofPlatform().daemon().start(() -> {
            while (System.out == original) {
                Thread.onSpinWait();
            }
            System.out.println("noise of a library");
        });
        Main.main(arguments);
    }
}
