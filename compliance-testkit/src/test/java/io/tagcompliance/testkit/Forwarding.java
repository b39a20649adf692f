package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.spi.ScanSink;
import java.util.Collection;
import java.util.List;

/** A sink that hands everything on; a broken inventory overrides what it spoils. */
class Forwarding implements ScanSink {
    private final ScanSink next;

    Forwarding(ScanSink next) {
        this.next = next;
    }

    @Override
    public void planned(Collection<Extent.Cell> cells) {
        next.planned(cells);
    }

    @Override
    public void page(List<Resource> page) {
        next.page(page);
    }

    @Override
    public void finished(Extent.Cell cell) {
        next.finished(cell);
    }

    @Override
    public void census(Census census) {
        next.census(census);
    }

    @Override
    public void gap(ScanGap gap) {
        next.gap(gap);
    }
}
