package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.time.Instant;
import java.util.Map;

/** Resources of one account, each named by what it is for. */
final class NamedResources {
    private NamedResources() {}

    static Resource database(String name, Map<String, String> tags) {
        return new Resource(
                new ResourceId(Cloud.AWS, "arn:aws:rds:eu-west-1:111111111111:db:" + name),
                new ResourceType("rds:db"),
                new Location(InMemoryCloud.ACCOUNT, new Region("eu-west-1")),
                name,
                TagReading.known(tags),
                Creation.UNKNOWN);
    }

    static Resource inAccount(AccountId account, String name, Map<String, String> tags) {
        return new Resource(
                new ResourceId(Cloud.AWS, "arn:aws:ec2:eu-west-1:" + account + ":instance/" + name),
                new ResourceType("ec2:instance"),
                new Location(account, new Region("eu-west-1")),
                name,
                TagReading.known(tags),
                Creation.UNKNOWN);
    }

    static Resource stack(String name, Map<String, String> tags) {
        return new Resource(
                new ResourceId(Cloud.AWS, "arn:aws:cloudformation:eu-west-1:111111111111:stack/" + name + "/1-2-3"),
                new ResourceType("cloudformation:stack"),
                new Location(InMemoryCloud.ACCOUNT, new Region("eu-west-1")),
                name,
                TagReading.known(tags),
                Creation.UNKNOWN);
    }

    static Resource account(Map<String, String> tags) {
        return new Resource(
                new ResourceId(Cloud.AWS, "arn:aws:organizations::999999999999:account/o-1/" + InMemoryCloud.ACCOUNT),
                new ResourceType("organizations:account"),
                new Location(InMemoryCloud.ACCOUNT, Region.GLOBAL),
                "main",
                TagReading.known(tags),
                Creation.UNKNOWN);
    }

    static Resource inGroup(String group, Resource resource) {
        Location location =
                new Location(resource.location().account(), resource.location().region(), new ResourceGroup(group));
        return new Resource(
                resource.id(), resource.type(), location, resource.name(), resource.tags(), resource.creation());
    }

    static Resource madeAt(Instant created, Resource resource) {
        return new Resource(
                resource.id(),
                resource.type(),
                resource.location(),
                resource.name(),
                resource.tags(),
                new Creation.At(created));
    }
}
