package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.TextPool;
import java.util.Map;
import java.util.WeakHashMap;

/** What the resources of scans cost, for as long as each scan is held by somebody else and the bill stays the same. */
public final class ScanCosts {
    private final MonthlyCosts costs;
    private final Map<TextPool, RowCosts> known = new WeakHashMap<>();

    public ScanCosts(MonthlyCosts costs) {
        this.costs = costs;
    }

    /** What the rows of a scan cost. */
    RowCosts of(ResourceColumns columns) throws InterruptedException {
        MonthlyCosts.Remembered now = costs.lastClosedMonth();
        synchronized (known) {
            RowCosts remembered = known.get(columns.values());
            if (remembered != null && remembered.readAt().equals(now.readAt())) {
                return remembered;
            }
            RowCosts anew = RowCosts.of(now, columns);
            known.put(columns.values(), anew);
            return anew;
        }
    }
}
