package io.tagcompliance.server.architecture.planted.entries.aws;

public final class AwsPager {
    private AwsPager() {}
}
