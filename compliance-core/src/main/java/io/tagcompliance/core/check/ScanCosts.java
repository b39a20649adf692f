package io.tagcompliance.core.check;

import io.tagcompliance.core.check.BilledUnseen.Scanned;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.ResourceCosts;
import io.tagcompliance.core.resource.TextPool;
import io.tagcompliance.core.scan.Patience;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** What the resources of scans cost, for as long as each scan is held by somebody else and the bill stays the same. */
public final class ScanCosts {
    private final MonthlyCosts costs;
    private final Map<TextPool, RowCosts> known = new WeakHashMap<>();

    public ScanCosts(MonthlyCosts costs) {
        this.costs = costs;
    }

    /** What the rows of a scan cost; unknown where the bill isn't read when the patience ends. */
    RowCosts of(Scanned scan, Patience patience) throws InterruptedException {
        Optional<BillMemory.Remembered<BillingPeriod, ResourceCosts>> read = costs.remembered(patience);
        return read.isPresent() ? of(scan, read.get()) : RowCosts.STILL_BEING_READ;
    }

    private RowCosts of(Scanned scan, BillMemory.Remembered<BillingPeriod, ResourceCosts> now) {
        synchronized (known) {
            RowCosts remembered = known.get(scan.columns().values());
            if (remembered != null && remembered.readAt().equals(now.readAt())) {
                return remembered;
            }
            RowCosts anew = RowCosts.of(now, scan);
            known.put(scan.columns().values(), anew);
            return anew;
        }
    }
}
