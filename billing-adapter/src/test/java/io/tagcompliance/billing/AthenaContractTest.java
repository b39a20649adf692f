package io.tagcompliance.billing;

import io.tagcompliance.testkit.CostLedgerContract;
import io.tagcompliance.testkit.SimulatedBill;

/** The contract through Athena's protocol; {@link AthenaLab} says what of Athena's own SQL is not tried. */
class AthenaContractTest extends CostLedgerContract {
    @Override
    protected SimulatedBill bill() {
        return new BillInAthena();
    }
}
