package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceColumnsBuilder;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;

/** Reads what a filter lets through of an estate, with what that rests on, for use-cases that judge in their own way. */
public final class ScanReader {
    private ScanReader() {}

    /** A scan, and what it rests on. */
    public record Reading(ResourceColumns resources, ScanFacts facts) {}

    /**
     * Reads it.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public static Reading read(Sources sources, ResourceFilter filter, Freshness freshness, Patience patience)
            throws InterruptedException {
        Selection selection = Selection.read(sources, filter, freshness, patience);
        return new Reading(wanted(selection), selection.facts());
    }

    private static ResourceColumns wanted(Selection selection) {
        if (selection.rows().size() == selection.columns().size()) {
            return selection.columns();
        }
        ResourceColumnsBuilder wanted = ResourceColumnsBuilder.inOrder();
        for (int index = 0; index < selection.rows().size(); index++) {
            wanted.add(selection.columns().get(selection.rows().row(index)));
        }
        return wanted.build();
    }
}
