package io.tagcompliance.aws;

import io.tagcompliance.testkit.ResourceInventoryContract;
import io.tagcompliance.testkit.SimulatedCloud;

class AwsInventoryTest extends ResourceInventoryContract {
    @Override
    protected SimulatedCloud cloud() {
        return new SimulatedAws();
    }
}
