package io.tagcompliance.testkit;

import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.spi.ScanHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A history that does what another one does. */
class ForwardingHistory implements ScanHistory {
    final ScanHistory sound;

    ForwardingHistory(ScanHistory sound) {
        this.sound = sound;
    }

    @Override
    public void keep(ScanPoint point) {
        sound.keep(point);
    }

    @Override
    public void keep(String scope, Snapshot snapshot) {
        sound.keep(scope, snapshot);
    }

    @Override
    public List<ScanPoint> points(String scope, Instant from) {
        return sound.points(scope, from);
    }

    @Override
    public Optional<Snapshot> snapshot(String scope, ScanId scan) {
        return sound.snapshot(scope, scan);
    }

    @Override
    public List<KeptScan> snapshots(String scope, Instant from) {
        return sound.snapshots(scope, from);
    }

    @Override
    public void close() {
        sound.close();
    }
}
