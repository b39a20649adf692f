package io.tagcompliance.server.architecture.planted.environment.policy;

import java.util.Map;

final class ReadsTheEnvironment {
    Map<String, String> read() {
        return System.getenv();
    }
}
