package io.tagcompliance.testkit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract is worth something only if each broken ledger fails exactly its own guarantee. */
class ContractCatchesBrokenLedgersTest {
    private static BrokenLedger subject = BrokenLedger.G01;

    @ParameterizedTest
    @EnumSource
    void a_broken_ledger_fails_exactly_its_own_guarantee(BrokenLedger broken) {
        subject = broken;

        ContractRun.of(Subject.class).assertFailsOnly(broken.name(), BrokenLedger.values().length);
    }

    /** Nested, so that the build doesn't take it for a test of its own. */
    static class Subject extends CostLedgerContract {
        @Override
        protected SimulatedBill bill() {
            return subject.bill();
        }
    }
}
