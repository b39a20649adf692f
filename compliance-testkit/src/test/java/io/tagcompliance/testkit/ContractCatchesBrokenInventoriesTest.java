package io.tagcompliance.testkit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract is worth something only if each broken inventory fails exactly its own guarantee. */
class ContractCatchesBrokenInventoriesTest {
    private static BrokenInventory subject = BrokenInventory.G01;

    @ParameterizedTest
    @EnumSource
    void a_broken_inventory_fails_exactly_its_own_guarantee(BrokenInventory broken) {
        subject = broken;

        ContractRun.of(Subject.class).assertFailsOnly(broken.name(), BrokenInventory.values().length);
    }

    /** Nested, so that the build doesn't take it for a test of its own. */
    static class Subject extends ResourceInventoryContract {
        @Override
        protected SimulatedCloud cloud() {
            return subject.cloud();
        }
    }
}
