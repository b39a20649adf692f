package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.ColumnVerdicts;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.resource.TextPool;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * What the policy in force was found to say of scans, for as long as each scan is held by somebody else, and until the policy
 * or what can be inherited becomes another. Safe for many threads.
 */
final class ScanVerdicts {
    /** By the values of a scan, which are of that scan alone and cheap to compare: nothing in an entry holds them. */
    private final Map<TextPool, Entry> entries = new WeakHashMap<>();

    private record Entry(CompiledPolicy policy, Set<ScanId> parents, ColumnVerdicts verdicts) {
        boolean isFor(CompiledPolicy wanted, Ancestry ancestry) {
            return policy == wanted && parents.equals(ancestry.scans());
        }
    }

    ColumnVerdicts of(CompiledPolicy policy, ResourceColumns columns, Ancestry ancestry) {
        Optional<Entry> known = known(columns).filter(entry -> entry.isFor(policy, ancestry));
        if (known.isPresent()) {
            return known.get().verdicts();
        }
        Entry entry = new Entry(policy, ancestry.scans(), new ColumnVerdicts(policy, columns, ancestry::of));
        synchronized (this) {
            entries.put(columns.values(), entry);
        }
        return entry.verdicts();
    }

    private synchronized Optional<Entry> known(ResourceColumns columns) {
        return Optional.ofNullable(entries.get(columns.values()));
    }
}
