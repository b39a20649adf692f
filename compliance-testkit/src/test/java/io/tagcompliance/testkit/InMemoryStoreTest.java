package io.tagcompliance.testkit;

class InMemoryStoreTest extends AuditTrailContract {
    @Override
    protected SimulatedStore store() {
        return new InMemoryStore();
    }
}
