package io.tagcompliance.server.architecture.planted.clock.core;

import java.time.Instant;

final class ReadsTheClock {
    Instant read() {
        return Instant.now();
    }
}
