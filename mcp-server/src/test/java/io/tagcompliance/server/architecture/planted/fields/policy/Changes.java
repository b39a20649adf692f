package io.tagcompliance.server.architecture.planted.fields.policy;

final class Changes {
    private int count;

    int next() {
        return ++count;
    }
}
