package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.util.List;

/** Tells whether a part of an estate may hold resources that a gap hid, so that its score is withheld. */
record GapReach(List<ScanGap> gaps) {

    boolean into(Cloud cloud) {
        return gaps.stream().anyMatch(gap -> gap.extent().cloud().equals(cloud));
    }

    boolean into(Cloud cloud, ResourceType type) {
        return gaps.stream()
                .map(ScanGap::extent)
                .anyMatch(extent -> extent.cloud().equals(cloud)
                        && (!(extent instanceof Extent.Cell cell) || cell.type().equals(type)));
    }

    boolean into(Cloud cloud, AccountId account) {
        return gaps.stream()
                .map(ScanGap::extent)
                .anyMatch(extent -> extent.cloud().equals(cloud)
                        && switch (extent) {
                            case Extent.OfCloud all -> true;
                            case Extent.OfAccount one -> one.account().equals(account);
                            case Extent.OfRegion region -> region.account().equals(account);
                            case Extent.Cell cell -> cell.account().equals(account);
                        });
    }

    /** What has no region of its own is listed once for all of them, so its gap reaches into each. */
    boolean into(Cloud cloud, Region region) {
        return gaps.stream()
                .map(ScanGap::extent)
                .anyMatch(extent -> extent.cloud().equals(cloud)
                        && switch (extent) {
                            case Extent.OfCloud all -> true;
                            case Extent.OfAccount account -> true;
                            case Extent.OfRegion one ->
                                one.region().equals(region) || one.region().equals(Region.GLOBAL);
                            case Extent.Cell cell ->
                                cell.region().equals(region) || cell.region().equals(Region.GLOBAL);
                        });
    }
}
