package io.tagcompliance.core.trend;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;

/** Walks through two scans side by side, each of which is in the order of ids. */
final class ScanPairs {
    private final ResourceColumns older;
    private final ResourceColumns newer;

    ScanPairs(ResourceColumns older, ResourceColumns newer) {
        this.older = older;
        this.newer = newer;
    }

    /** Who looks at them. */
    interface Visitor {
        /** Both scans found it. */
        void inBoth(Resource before, Resource after);

        /** The older one alone did. */
        void inOlder(Resource before);
    }

    void walk(Visitor visitor) {
        int at = 0;
        for (int row = 0; row < older.size(); row++) {
            Resource before = older.get(row);
            while (at < newer.size() && newer.get(at).id().compareTo(before.id()) < 0) {
                at++;
            }
            if (at < newer.size() && newer.get(at).id().equals(before.id())) {
                visitor.inBoth(before, newer.get(at));
            } else {
                visitor.inOlder(before);
            }
        }
    }
}
