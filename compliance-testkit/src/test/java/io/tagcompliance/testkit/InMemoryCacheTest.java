package io.tagcompliance.testkit;

class InMemoryCacheTest extends ScanCacheContract {
    @Override
    protected SimulatedCache simulated() {
        return new InMemoryCache();
    }
}
