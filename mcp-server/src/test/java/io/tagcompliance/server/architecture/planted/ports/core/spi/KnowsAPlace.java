package io.tagcompliance.server.architecture.planted.ports.core.spi;

import io.tagcompliance.server.architecture.planted.ports.core.resource.Place;

interface KnowsAPlace {
    void read(Place place);
}
