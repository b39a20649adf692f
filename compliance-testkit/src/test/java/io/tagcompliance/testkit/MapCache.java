package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.spi.ScanCache;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A cache that never forgets, and tells how long it was asked to keep each scan. */
class MapCache implements ScanCache {
    final Map<ScanKey, Scan> scans = new ConcurrentHashMap<>();
    final Map<ScanKey, Duration> keep = new ConcurrentHashMap<>();

    @Override
    public Optional<Scan> get(ScanKey key) {
        return Optional.ofNullable(scans.get(key));
    }

    @Override
    public void put(Scan scan, Duration time) {
        scans.put(scan.key(), scan);
        keep.put(scan.key(), time);
    }
}
