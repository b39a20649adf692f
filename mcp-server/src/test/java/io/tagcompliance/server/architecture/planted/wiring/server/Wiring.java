package io.tagcompliance.server.architecture.planted.wiring.server;

import io.tagcompliance.server.architecture.planted.wiring.aws.AwsCloud;

final class Wiring {
    AwsCloud cloud() {
        return AwsCloud.open();
    }
}
