package io.tagcompliance.core.scan;

/** The scan takes longer than its asker waits. It goes on; the same question joins it. */
public final class StillScanningException extends RuntimeException {
    private final transient ScanProgress progress;

    StillScanningException(ScanProgress progress) {
        super("the scan goes on: " + progress.cellsDone() + " of " + progress.cellsPlanned() + " cells read so far");
        this.progress = progress;
    }

    public ScanProgress progress() {
        return progress;
    }
}
