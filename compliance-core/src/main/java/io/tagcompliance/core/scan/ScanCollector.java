package io.tagcompliance.core.scan;

import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.RegionsRead;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceColumnsBuilder;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.spi.ScanSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts together what the clouds of one scan report. An estate changes while it is read, and a listing that shifts by one
 * gives a resource twice: each id counts once, as it was first read.
 */
final class ScanCollector implements ScanSink {
    private final Set<Extent.Cell> planned = new LinkedHashSet<>();
    private final Set<Extent.Cell> finished = new LinkedHashSet<>();
    private final List<ScanGap> gaps = new ArrayList<>();
    private final List<Census> censuses = new ArrayList<>();
    private final ResourceColumnsBuilder resources = ResourceColumnsBuilder.byId();
    private final Consumer<ScanProgress> progress;

    ScanCollector(Consumer<ScanProgress> progress) {
        this.progress = progress;
    }

    @Override
    public void planned(Collection<Extent.Cell> cells) {
        synchronized (this) {
            planned.addAll(cells);
        }
        tell();
    }

    @Override
    public void page(List<Resource> page) {
        synchronized (this) {
            page.forEach(resources::add);
        }
        tell();
    }

    @Override
    public void finished(Extent.Cell cell) {
        synchronized (this) {
            finished.add(cell);
        }
        tell();
    }

    @Override
    public void gap(ScanGap gap) {
        synchronized (this) {
            gaps.add(gap);
        }
        tell();
    }

    @Override
    public synchronized void census(Census census) {
        censuses.add(census);
    }

    /** Told outside the lock: whoever listens may be slow. */
    private void tell() {
        progress.accept(sofar());
    }

    synchronized ScanProgress sofar() {
        return new ScanProgress(
                Math.min(finished.size() + gaps.size(), planned.size()), planned.size(), resources.size());
    }

    /** Everything found, by id, so that two scans of an unchanged estate are equal. To be asked for once, at the end. */
    synchronized ResourceColumns resources() {
        return resources.build();
    }

    /** How it was found out what there is. */
    synchronized List<Census> censuses() {
        return List.copyOf(censuses);
    }

    /** The regions that were read. */
    synchronized List<RegionsRead> regions() {
        return RegionsRead.of(finished);
    }

    /** The gaps, each as wide as what failed. */
    synchronized List<ScanGap> gaps() {
        return new GapFolding(planned, finished).fold(gaps);
    }
}
