package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.Site;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.TagPolicy;
import java.util.Set;

/** The tags of the accounts and resource groups of an estate, for use-cases that look at them whatever the policy says. */
public final class ParentTags {
    private final Ancestry ancestry;

    private ParentTags(Ancestry ancestry) {
        this.ancestry = ancestry;
    }

    /**
     * Reads them for the whole estate; a remembered scan will do.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public static ParentTags read(Sources sources, Patience patience) throws InterruptedException {
        return new ParentTags(Ancestry.read(sources, Set.of(Parent.values()), Scope.EVERYTHING, patience));
    }

    /**
     * Reads those from which some rule of the policy lets a key be inherited; no cloud is asked where none does.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public static ParentTags inheritedBy(TagPolicy policy, Sources sources, Patience patience)
            throws InterruptedException {
        return new ParentTags(Ancestry.read(sources, policy, Scope.EVERYTHING, patience));
    }

    /** The scans that they came from. */
    public Set<ScanId> scans() {
        return ancestry.scans();
    }

    /** Those of the parents of whatever lies there. */
    public Lineage of(Site site) {
        return ancestry.of(site);
    }

    /** Those of the parents of a resource. */
    public Lineage of(Resource resource) {
        return ancestry.of(resource);
    }
}
