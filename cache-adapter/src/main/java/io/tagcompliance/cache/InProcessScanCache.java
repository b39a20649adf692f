package io.tagcompliance.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.spi.ScanCache;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps scans in the memory of this process. Holds at most two million resources over all its scans; past that, scans that
 * are asked for least go first. What it can't do: share scans with another process.
 */
public final class InProcessScanCache implements ScanCache {
    private static final long MOST_RESOURCES = 2_000_000;

    private final Cache<ScanKey, Entry> scans;

    /** An empty cache. */
    public InProcessScanCache() {
        this(Ticker.systemTicker());
    }

    InProcessScanCache(Ticker ticker) {
        scans = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumWeight(MOST_RESOURCES)
                .weigher((ScanKey key, Entry entry) ->
                        1 + entry.scan().resources().size())
                .expireAfter(Expiry.writing((ScanKey key, Entry entry) -> entry.keep()))
                .build();
    }

    @Override
    public Optional<Scan> get(ScanKey key) {
        return Optional.ofNullable(scans.getIfPresent(key)).map(Entry::scan);
    }

    @Override
    public void put(Scan scan, Duration keep) {
        scans.put(scan.key(), new Entry(scan, keep));
    }

    private record Entry(Scan scan, Duration keep) {}
}
