package io.tagcompliance.server.architecture.planted.prints.server;

final class Main {
    void start() {
        System.setOut(System.err);
    }
}
