package io.tagcompliance.core.trend;

import io.tagcompliance.core.check.ScanFacts;
import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.resource.ScanGap;
import java.util.List;

/** What changed that should not have. */
public sealed interface DriftReport {
    /** What the newer side rests on. */
    ScanFacts facts();

    /** What could be a baseline besides, the oldest first. */
    List<KeptScan> kept();

    /**
     * Two scans were compared.
     *
     * @param baseline  the older one
     * @param drifts    errors first, then by resource and key
     * @param incidents the same change on many resources, the largest first; their single drifts are listed too
     * @param unknown   what one of the two scans could not read, tags of single resources included, so that nothing is said about it
     * @param compared  how many resources both scans found with tags
     * @param kept      what else could be a baseline, the oldest first
     */
    record Compared(
            ScanFacts facts,
            KeptScan baseline,
            List<TagDrift> drifts,
            List<Incident> incidents,
            List<ScanGap> unknown,
            int compared,
            List<KeptScan> kept)
            implements DriftReport {
        public Compared {
            drifts = drifts instanceof Drifts found ? found : List.copyOf(drifts);
            incidents = List.copyOf(incidents);
            unknown = List.copyOf(unknown);
            kept = List.copyOf(kept);
        }
    }

    /**
     * No older scan is kept that could be compared.
     *
     * @param wanted what it should have been
     * @param kept   those that are a baseline for who asks for one by its name, the oldest first
     */
    record NoBaseline(ScanFacts facts, DriftRequest.Baseline wanted, List<KeptScan> kept) implements DriftReport {
        public NoBaseline {
            kept = List.copyOf(kept);
        }
    }

    /** One and the same change on many resources. */
    record Incident(String tag, TagDrift.Kind kind, int resources, Author author) {}

    /** Who made an incident, as far as a few of its resources tell: the others were not looked up. */
    sealed interface Author {
        /** How many of its resources were looked up. */
        int lookedUp();

        /** Of how many of these a log says who it was. */
        int answered();

        /** All that answered name the same one. */
        record Same(String principal, int answered, int lookedUp) implements Author {}

        /** They name several. */
        record Differing(int answered, int lookedUp) implements Author {}

        /** None answered. */
        record Unknown(int lookedUp) implements Author {
            @Override
            public int answered() {
                return 0;
            }
        }
    }
}
