package io.tagcompliance.billing;

import io.tagcompliance.testkit.CostLedgerContract;
import io.tagcompliance.testkit.SimulatedBill;

class FocusPartsContractTest extends CostLedgerContract {
    @Override
    protected SimulatedBill bill() {
        return new BillInFiles(BillInFiles.Form.FOCUS_PARTS);
    }
}
