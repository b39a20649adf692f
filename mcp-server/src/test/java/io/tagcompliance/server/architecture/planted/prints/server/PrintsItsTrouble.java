package io.tagcompliance.server.architecture.planted.prints.server;

final class PrintsItsTrouble {
    void fail(IllegalStateException trouble) {
        trouble.printStackTrace();
    }
}
