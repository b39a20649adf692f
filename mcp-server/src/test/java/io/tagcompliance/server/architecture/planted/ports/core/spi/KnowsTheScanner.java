package io.tagcompliance.server.architecture.planted.ports.core.spi;

import io.tagcompliance.server.architecture.planted.ports.core.scan.Scanner;

interface KnowsTheScanner {
    void attach(Scanner scanner);
}
