package io.tagcompliance.core.trend;

import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceId;

/** Walks through two scans side by side, each of which is in the order of ids. */
final class ScanPairs {
    private final ResourceColumns older;
    private final ResourceColumns newer;

    ScanPairs(ResourceColumns older, ResourceColumns newer) {
        this.older = older;
        this.newer = newer;
    }

    /** Who looks at them, by their rows in each. */
    interface Visitor {
        /** Both scans found it. */
        void inBoth(int before, int after);

        /** The older one alone did. */
        void inOlder(int before);
    }

    void walk(Visitor visitor) {
        int at = 0;
        for (int row = 0; row < older.size(); row++) {
            ResourceId id = older.idOf(row);
            while (at < newer.size() && newer.idOf(at).compareTo(id) < 0) {
                at++;
            }
            if (at < newer.size() && newer.idOf(at).equals(id)) {
                visitor.inBoth(row, at);
            } else {
                visitor.inOlder(row);
            }
        }
    }
}
