package io.tagcompliance.core.scan;

/**
 * How far a scan is.
 *
 * @param cellsDone    cells that were read to their end or failed
 * @param cellsPlanned cells known so far; grows while the clouds are asked what there is
 * @param resources    found so far
 */
public record ScanProgress(int cellsDone, int cellsPlanned, int resources) implements Progress {}
