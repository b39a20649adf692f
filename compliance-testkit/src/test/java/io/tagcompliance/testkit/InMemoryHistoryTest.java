package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.ScanHistory;

class InMemoryHistoryTest extends ScanHistoryContract {
    private final InMemoryHistory.Store store = new InMemoryHistory.Store();

    @Override
    protected ScanHistory open(SettableClock clock) {
        return InMemoryHistory.on(store, clock);
    }

    @Override
    protected AutoCloseable block() {
        return store.block();
    }
}
