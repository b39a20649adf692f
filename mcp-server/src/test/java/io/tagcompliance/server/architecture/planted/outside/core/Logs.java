package io.tagcompliance.server.architecture.planted.outside.core;

import org.slf4j.LoggerFactory;

final class Logs {
    void log() {
        LoggerFactory.getLogger(Logs.class).info("found");
    }
}
