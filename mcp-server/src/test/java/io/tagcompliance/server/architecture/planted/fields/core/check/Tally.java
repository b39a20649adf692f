package io.tagcompliance.server.architecture.planted.fields.core.check;

final class Tally {
    private int count;

    int next() {
        return ++count;
    }
}
