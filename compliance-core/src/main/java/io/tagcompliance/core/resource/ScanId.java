package io.tagcompliance.core.resource;

/** The name of one scan, unique over all scans of a process and, as far as chance goes, over all of them. */
public record ScanId(String text) {}
