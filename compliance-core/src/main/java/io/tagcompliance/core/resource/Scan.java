package io.tagcompliance.core.resource;

import java.time.Instant;
import java.util.List;

/**
 * One dated reading of a scope. Immutable.
 *
 * <p>Its resources are kept as {@link ResourceColumns}: each is made anew when it is asked for.
 *
 * @param id        names it in cursors
 * @param key       who read what
 * @param takenAt   when it was begun
 * @param resources each once, by id
 * @param gaps      what could not be read; empty = the scope was read to its end
 * @param censuses  how it was found out what there is, where a cloud tells that
 * @param regions   which regions were read, by account
 */
public record Scan(
        ScanId id,
        ScanKey key,
        Instant takenAt,
        List<Resource> resources,
        List<ScanGap> gaps,
        List<Census> censuses,
        List<RegionsRead> regions) {
    public Scan {
        resources = ResourceColumns.copyOf(resources);
        gaps = List.copyOf(gaps);
        censuses = List.copyOf(censuses);
        regions = List.copyOf(regions);
    }

    /** Its resources, for those who read many of them. */
    public ResourceColumns columns() {
        return ResourceColumns.copyOf(resources);
    }
}
