package io.tagcompliance.core.resource;

import java.time.Instant;
import java.util.List;

/**
 * One dated reading of a scope. Immutable.
 *
 * @param id        names it in cursors
 * @param key       who read what
 * @param takenAt   when it was begun
 * @param resources each once, by id
 * @param gaps      what could not be read; empty = the scope was read to its end
 */
public record Scan(ScanId id, ScanKey key, Instant takenAt, List<Resource> resources, List<ScanGap> gaps) {
    public Scan {
        resources = List.copyOf(resources);
        gaps = List.copyOf(gaps);
    }
}
