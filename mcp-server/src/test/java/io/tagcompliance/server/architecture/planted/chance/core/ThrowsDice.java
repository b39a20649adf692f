package io.tagcompliance.server.architecture.planted.chance.core;

import java.util.Random;

final class ThrowsDice {
    int roll() {
        return new Random().nextInt(6);
    }
}
