package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.spi.ScanSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A sink that remembers everything, in the order in which it came. Safe for many threads. */
public final class CollectingSink implements ScanSink {
    private final Set<Extent.Cell> planned = new LinkedHashSet<>();
    private final Set<Extent.Cell> finished = new LinkedHashSet<>();
    private final List<Resource> resources = new ArrayList<>();
    private final List<ScanGap> gaps = new ArrayList<>();
    private final List<Census> censuses = new ArrayList<>();

    @Override
    public synchronized void planned(Collection<Extent.Cell> cells) {
        planned.addAll(cells);
    }

    @Override
    public synchronized void page(List<Resource> page) {
        resources.addAll(page);
    }

    @Override
    public synchronized void finished(Extent.Cell cell) {
        finished.add(cell);
    }

    @Override
    public synchronized void census(Census census) {
        censuses.add(census);
    }

    @Override
    public synchronized void gap(ScanGap gap) {
        gaps.add(gap);
    }

    public synchronized Set<Extent.Cell> planned() {
        return Set.copyOf(planned);
    }

    public synchronized Set<Extent.Cell> finished() {
        return Set.copyOf(finished);
    }

    public synchronized List<Resource> resources() {
        return List.copyOf(resources);
    }

    public synchronized List<Census> censuses() {
        return List.copyOf(censuses);
    }

    public synchronized List<ScanGap> gaps() {
        return List.copyOf(gaps);
    }
}
