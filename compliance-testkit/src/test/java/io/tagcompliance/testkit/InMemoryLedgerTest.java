package io.tagcompliance.testkit;

class InMemoryLedgerTest extends CostLedgerContract {
    @Override
    protected SimulatedBill bill() {
        return new InMemoryBill();
    }
}
