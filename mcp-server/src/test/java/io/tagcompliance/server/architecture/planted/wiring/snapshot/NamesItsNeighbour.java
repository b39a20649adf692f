package io.tagcompliance.server.architecture.planted.wiring.snapshot;

import io.tagcompliance.server.architecture.planted.wiring.aws.AwsCloud;

final class NamesItsNeighbour {
    AwsCloud cloud() {
        return AwsCloud.open();
    }
}
