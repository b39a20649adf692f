package io.tagcompliance.server.architecture.planted.prints.server;

final class Prints {
    void greet() {
        System.out.println("hello");
    }
}
