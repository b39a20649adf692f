package io.tagcompliance.server.architecture.planted.clock.core;

import java.time.Instant;
import java.time.InstantSource;

final class AsksAnInjectedClock {
    Instant ask(InstantSource injected) {
        return injected.instant();
    }
}
