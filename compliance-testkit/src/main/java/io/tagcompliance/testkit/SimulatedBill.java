package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.CostLedger;
import java.util.List;

/** A bill under the control of a test, which the ledger under test reads. */
public interface SimulatedBill extends AutoCloseable {
    /** A ledger over these rows, and no others. Who asks for it closes it. */
    CostLedger of(List<ChargeRow> rows);

    /**
     * A ledger over a row and the parts that it was split into, side by side as in a bill that has both. Where this kind of
     * bill never has both, over the parts alone.
     */
    CostLedger split(ChargeRow whole, List<ChargeRow> parts);

    /** A ledger over a bill that can't be read. */
    CostLedger unreadable();

    /** Where the bill is, or a secret by which it is got at: some text that may stand in no message. */
    String place();

    /** Takes everything away. */
    @Override
    void close();
}
