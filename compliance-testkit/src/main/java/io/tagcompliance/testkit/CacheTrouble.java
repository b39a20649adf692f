package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.ScanKey;

/** A way for the store of a cache to misbehave. */
public sealed interface CacheTrouble {
    /** It can't be reached, until it recovers. */
    record Unreachable() implements CacheTrouble {}

    /** What lies under a key are bytes that can't be read: of another version, cut, or somebody else's. */
    record Unreadable(ScanKey key) implements CacheTrouble {}

    /** What lies under one key lies under another one too. */
    record Misplaced(ScanKey from, ScanKey to) implements CacheTrouble {}
}
