package io.tagcompliance.testkit;

class InMemoryCloudTest extends ResourceInventoryContract {
    @Override
    protected SimulatedCloud cloud() {
        return InMemoryCloud.withContractEstate();
    }
}
