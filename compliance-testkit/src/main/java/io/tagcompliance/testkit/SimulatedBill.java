package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.CostLedger;
import java.util.List;

/** A bill under the control of a test, which the ledger under test reads. */
public interface SimulatedBill extends AutoCloseable {
    /** A ledger over these rows, and no others. Who asks for it closes it. */
    default CostLedger of(List<ChargeRow> rows) {
        return of(rows, List.of());
    }

    /**
     * The same, with rows and the parts that they were split into side by side as in a bill that has both. Where this kind of
     * bill never has both, with one of these.
     */
    CostLedger of(List<ChargeRow> rows, List<SplitRow> splits);

    /** A ledger over a bill that can't be read. */
    CostLedger unreadable();

    /** Where the bill is, or a secret by which it is got at: some text that may stand in no message. */
    String place();

    /** Takes everything away. */
    @Override
    void close();
}
