package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.evaluation.PlainReading.Case;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CreatorLog;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random resources of the small world as an estate of three clouds, whose accounts and groups can be inherited from. */
record SmallEstate(List<Resource> resources) {
    private static final ReadFailure DENIED = new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "x:ListTags", "allow it");

    static SmallEstate of(SmallWorld world, Random random, int size) {
        List<Resource> resources = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            resources.add(resource(world.resource(), number, random));
        }
        for (String account : List.of("1", "2")) {
            resources.add(parent(world, "organizations:account", "arn:1:account/o/" + account, account));
            for (String group : List.of("Web", "data")) {
                String id = "/subscriptions/" + account + "/resourceGroups/" + group;
                resources.add(parent(world, "Microsoft.Resources/resourceGroups", id, account));
            }
        }
        Collections.shuffle(resources, random);
        return new SmallEstate(List.copyOf(resources));
    }

    private static Resource resource(Case one, int number, Random random) {
        String type = one.cell().type();
        String id = "arn:1:" + number + ":" + one.cell().name();
        return new Resource(
                new ResourceId(new Cloud(one.cell().cloud()), random.nextBoolean() ? id : id.replace("-", "/")),
                new ResourceType(random.nextInt(5) == 0 ? type.toUpperCase(Locale.ROOT) : type),
                new Location(
                        new AccountId(one.cell().account()),
                        new Region(one.cell().region()),
                        List.of(ResourceGroup.NONE, new ResourceGroup("web"), new ResourceGroup("DATA"))
                                .get(random.nextInt(3))),
                one.cell().name(),
                random.nextInt(12) == 0 ? new TagReading.Unknown(DENIED) : TagReading.known(one.tags()),
                one.created().<Creation>map(Creation.At::new).orElse(Creation.UNKNOWN));
    }

    private static Resource parent(SmallWorld world, String type, String id, String account) {
        ResourceType ofParent = new ResourceType(type);
        return new Resource(
                new ResourceId(TypeCatalogue.cloudOf(ofParent).orElseThrow(), id),
                ofParent,
                new Location(new AccountId(account), Region.GLOBAL),
                id.substring(id.lastIndexOf('/') + 1),
                TagReading.known(world.resource().tags()),
                Creation.UNKNOWN);
    }

    List<CloudProvider> clouds() {
        return List.of(new Part(Cloud.AWS, this), new Part(Cloud.AZURE, this), new Part(Cloud.GCP, this));
    }

    /** What of the estate lies in one cloud. */
    private record Part(Cloud cloud, SmallEstate estate) implements CloudProvider, ResourceInventory {
        @Override
        public Source source() {
            return Source.FILE;
        }

        @Override
        public ResourceInventory inventory() {
            return this;
        }

        @Override
        public Reach reach() {
            Set<ResourceType> types = new HashSet<>();
            Set<Region> regions = new HashSet<>();
            for (Resource one : estate.resources()) {
                if (one.id().cloud().equals(cloud)) {
                    types.add(one.type());
                    regions.add(one.location().region());
                }
            }
            return new Reach(types, regions);
        }

        @Override
        public Set<AccountId> accounts() {
            return Set.of();
        }

        @Override
        public void scan(Scope scope, ScanSink sink) {
            sink.page(estate.resources().stream()
                    .filter(one -> one.id().cloud().equals(cloud) && scope.includes(one))
                    .toList());
        }

        @Override
        public List<Finding> find(List<ResourceId> ids) {
            return ids.stream().<Finding>map(Finding.Absent::new).toList();
        }

        @Override
        public Optional<AccountDirectory> directory() {
            return Optional.empty();
        }

        @Override
        public Optional<CreatorLog> creators() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // There is nothing to let go of.
        }
    }
}
