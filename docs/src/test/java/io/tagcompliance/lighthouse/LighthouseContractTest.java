package io.tagcompliance.lighthouse;

import io.tagcompliance.testkit.ResourceInventoryContract;
import io.tagcompliance.testkit.SimulatedCloud;

/** The adapter for Lighthouse keeps what an inventory promises. */
class LighthouseContractTest extends ResourceInventoryContract {
    @Override
    protected SimulatedCloud cloud() {
        return new SimulatedLighthouse();
    }
}
