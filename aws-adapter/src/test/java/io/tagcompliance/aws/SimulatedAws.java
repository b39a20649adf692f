package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.SimulatedCloud;
import io.tagcompliance.testkit.Trouble;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The product over the lab, for the contract. */
final class SimulatedAws implements SimulatedCloud {
    private final LabEstate estate = LabEstate.ofContract();
    private final AwsLab lab = new AwsLab(estate);
    private final AwsCloud cloud = lab.cloud(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)));

    @Override
    public ResourceInventory inventory() {
        return cloud.inventory();
    }

    @Override
    public List<Resource> estate() {
        return estate.resources();
    }

    @Override
    public ResourceType foreignType() {
        return new ResourceType("timestream:table");
    }

    @Override
    public ResourceId absentId() {
        return LabEstate.id("dynamodb:table", LabEstate.VIRGINIA, "no-such-table");
    }

    @Override
    public String secret() {
        return AwsLab.SECRET;
    }

    @Override
    public void inflict(Trouble trouble) {
        switch (trouble) {
            case Trouble.RegionDenied denied ->
                lab.disturb(call -> call.region().equals(denied.region().text()), LabFault.DENIED);
            case Trouble.TagsDenied denied -> {
                lab.disturb(call -> call.operation().equals("tag:GetResources"), LabFault.DENIED);
                denyTags(denied.id());
            }
            case Trouble.LookupDenied denied -> denyTags(denied.id());
            case Trouble.Throttled throttled -> lab.disturb(call -> true, LabFault.THROTTLED.times(throttled.calls()));
            case Trouble.CredentialsExpired expired -> lab.disturb(call -> true, LabFault.EXPIRED);
            case Trouble.PagesRepeat repeat ->
                lab.paging().repeatTokensOf(call -> call.operation().equals("ec2:DescribeInstances"));
            case Trouble.Stalled stalled -> lab.disturb(call -> true, LabFault.STALLED);
        }
    }

    private void denyTags(ResourceId bucket) {
        lab.disturb(
                call -> call.operation().equals("s3:GetBucketTagging")
                        && bucket.text().endsWith(":" + LabXml.last(call.path())),
                LabFault.DENIED);
    }

    @Override
    public Set<Class<? extends Trouble>> impossible() {
        return Set.of();
    }

    @Override
    public void close() {
        cloud.close();
        lab.close();
    }
}
