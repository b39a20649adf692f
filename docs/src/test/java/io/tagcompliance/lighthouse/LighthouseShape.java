package io.tagcompliance.lighthouse;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.ContractEstate;

/** The estate of the contract, in the types and ids of Lighthouse. */
final class LighthouseShape implements ContractEstate.Shape {
    @Override
    public Resource paged(int number, TagReading tags) {
        return resource("north", "lamp", number, tags);
    }

    @Override
    public Resource elsewhere(int number, TagReading tags) {
        return resource("south", "horn", number, tags);
    }

    @Override
    public Resource global(int number, TagReading tags) {
        return resource("global", "chart", number, tags);
    }

    private static Resource resource(String region, String kind, int number, TagReading tags) {
        String name = kind + "-" + number;
        return new Resource(
                new ResourceId(LighthouseCloud.CLOUD, "lighthouse://harbour/" + region + "/" + kind + "/" + name),
                new ResourceType("lighthouse:" + kind),
                new Location(new AccountId("harbour"), new Region(region)),
                name,
                tags,
                Creation.UNKNOWN);
    }
}
