package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.ScanHistory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract is worth something only if each broken history fails exactly its own guarantee. */
class ContractCatchesBrokenHistoriesTest {
    private static BrokenHistory subject = BrokenHistory.G01;

    @ParameterizedTest
    @EnumSource
    void a_broken_history_fails_exactly_its_own_guarantee(BrokenHistory broken) {
        subject = broken;

        ContractRun.of(Subject.class).assertFailsOnly(broken.name(), BrokenHistory.values().length);
    }

    /** Nested, so that the build doesn't take it for a test of its own. */
    static class Subject extends ScanHistoryContract {
        private final InMemoryHistory.Store store = new InMemoryHistory.Store();

        Subject() {
            BrokenHistory.CLOSINGS.set(0);
        }

        @Override
        protected ScanHistory open(SettableClock clock) {
            return subject.over(InMemoryHistory.on(store, clock));
        }

        @Override
        protected AutoCloseable block() {
            return store.block();
        }
    }
}
