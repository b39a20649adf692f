package io.tagcompliance.core.spi;

import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import java.util.Collection;
import java.util.List;

/** Takes what a scan finds, as it finds it. Safe to call from many threads at once. */
public interface ScanSink {
    /** The cells that the scan sets out to read. Called before any of them is finished; further calls add more. */
    void planned(Collection<Extent.Cell> cells);

    /** Some resources of one cell. A cell may come in any number of pages, an empty page included. */
    void page(List<Resource> resources);

    /** A cell has been read to its end. */
    void finished(Extent.Cell cell);

    /** How it was found out what an account holds; once for each account, before it is read to its end. */
    void census(Census census);

    /** A part of the scope could not be read to its end. None of its unfinished cells is reported as finished. */
    void gap(ScanGap gap);
}
