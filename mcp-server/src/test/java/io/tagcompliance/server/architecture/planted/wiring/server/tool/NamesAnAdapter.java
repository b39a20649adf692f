package io.tagcompliance.server.architecture.planted.wiring.server.tool;

import io.tagcompliance.server.architecture.planted.wiring.aws.AwsCloud;

final class NamesAnAdapter {
    AwsCloud cloud() {
        return AwsCloud.open();
    }
}
