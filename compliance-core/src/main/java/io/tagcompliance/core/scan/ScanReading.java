package io.tagcompliance.core.scan;

import io.tagcompliance.core.resource.Scan;

/** A scan, and where it came from this time. */
public record ScanReading(Scan scan, ReadFrom readFrom) {}
