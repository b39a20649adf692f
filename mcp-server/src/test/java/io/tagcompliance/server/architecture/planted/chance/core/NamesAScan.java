package io.tagcompliance.server.architecture.planted.chance.core;

import java.util.UUID;

final class NamesAScan {
    String name() {
        return UUID.randomUUID().toString();
    }
}
