package io.tagcompliance.server.architecture.planted.eras.server.transport.modern;

import io.tagcompliance.server.architecture.planted.eras.server.transport.stdio.Lines;

class KnowsLines {
    void write(Lines lines) {}
}
