package io.tagcompliance.core.scan;

/** How far it is with what somebody waits for. */
public sealed interface Progress permits ScanProgress, Progress.ReadingTheBill {
    /** The bill is being read; how much of it there is nobody knows. */
    record ReadingTheBill() implements Progress {}
}
