package io.tagcompliance.testkit;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.spi.CostLedger;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A bill of rows in memory. */
class InMemoryBill implements SimulatedBill {
    @Override
    public CostLedger of(List<ChargeRow> rows, List<SplitRow> splits) {
        Stream<ChargeRow> parts = splits.stream().flatMap(split -> split.parts().stream());
        return InMemoryLedger.of(Stream.concat(rows.stream(), parts).toList());
    }

    @Override
    public CostLedger unreadable() {
        return failing("the bill is torn; print it again");
    }

    static CostLedger failing(String remedy) {
        return new CostLedger() {
            @Override
            public BillReading read(BillQuery query, Consumer<Charge> sink) {
                return new BillReading.Unknown(new ReadFailure(ReadFailure.Kind.UNAVAILABLE, "bill", remedy));
            }

            @Override
            public void close() {
                // There is nothing to let go of.
            }
        };
    }

    @Override
    public String place() {
        return "third-drawer";
    }

    @Override
    public void close() {
        // There is nothing to take away.
    }
}
