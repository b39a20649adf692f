package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.RegionsRead;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.resource.ScanKey.Reader;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scans and keys that caches are tested with. */
final class ContractScans {
    private static final Instant TAKEN = Instant.parse("2026-11-23T12:34:56.789123456Z");
    private static final AccountId ACCOUNT = new AccountId("111111111111");
    private static final Region REGION = new Region("eu-west-1");
    private static final ResourceType TYPE = new ResourceType("ec2:instance");
    private static final Reader READER = new Reader("tenant", "caller", "estate");
    private static final List<Census> CENSUSES = List.of(
            new Census(Cloud.AWS, ACCOUNT, new Census.Method.Listed(), "types of which nobody knows", Map.of()),
            new Census(
                    Cloud.AWS,
                    new AccountId("222222222222"),
                    new Census.Method.Indexed(Instant.parse("2026-01-02T03:04:05.678Z")),
                    "what was made since",
                    Map.of("iot:thing", 7)));

    private ContractScans() {}

    static ScanKey key(String caller) {
        return new ScanKey(new Reader("tenant", caller, "estate"), Scope.EVERYTHING);
    }

    static Scan empty(String caller) {
        return new Scan(new ScanId(caller), key(caller), TAKEN, List.of(), List.of(), List.of(), List.of());
    }

    static Scan under(ScanKey key) {
        return scan(key, 1);
    }

    /** A scan of that many resources, all different. */
    static Scan small(String caller, int resources) {
        return scan(key(caller), resources);
    }

    private static Scan scan(ScanKey key, int count) {
        List<Resource> resources = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Map<String, String> tags = Map.of("Owner", "team-" + number % 7);
            resources.add(resource("i-" + number, TagReading.known(tags), Creation.UNKNOWN));
        }
        return new Scan(new ScanId("scan of " + count), key, TAKEN, resources, List.of(), List.of(), List.of());
    }

    /** A scan in which every kind of value occurs. */
    static Scan withEverything() {
        ReadFailure denied = new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "ec2:DescribeTags", "allow it");
        List<Resource> resources = new ArrayList<>();
        ContractEstate.awkwardTags()
                .forEach(tags -> resources.add(
                        resource("i-" + resources.size(), TagReading.known(tags), new Creation.At(TAKEN))));
        resources.add(resource("i-untagged", TagReading.known(Map.of()), Creation.UNKNOWN));
        resources.add(resource("i-unknown", new TagReading.Unknown(denied), Creation.UNKNOWN));
        resources.add(new Resource(
                new ResourceId(Cloud.AZURE, "/subscriptions/s/resourceGroups/Zürich/providers/x"),
                new ResourceType("Microsoft.Compute/virtualMachines"),
                new Location(ACCOUNT, REGION, new ResourceGroup("Zürich")),
                "name with spaces \u202E and 東京",
                TagReading.known(Map.of()),
                new Creation.At(Instant.EPOCH)));
        List<ScanGap> gaps = List.of(
                new ScanGap(new Extent.OfCloud(Cloud.GCP), denied, Kept.NOTHING),
                new ScanGap(new Extent.OfAccount(Cloud.AWS, ACCOUNT), denied, Kept.SOME),
                new ScanGap(new Extent.OfRegion(Cloud.AWS, ACCOUNT, REGION), denied, Kept.NOTHING),
                new ScanGap(new Extent.Cell(Cloud.AWS, ACCOUNT, Region.GLOBAL, TYPE), denied, Kept.SOME));
        Scope narrow = new Scope(Set.of(Cloud.AWS, Cloud.AZURE), Set.of(ACCOUNT), Set.of(REGION), Set.of(TYPE));
        List<RegionsRead> regions = List.of(new RegionsRead(Cloud.AWS, ACCOUNT, List.of(REGION, Region.GLOBAL)));
        ScanKey key = new ScanKey(READER, narrow);
        return new Scan(new ScanId("everything"), key, TAKEN, resources, gaps, CENSUSES, regions);
    }

    private static Resource resource(String name, TagReading tags, Creation creation) {
        ResourceId id = new ResourceId(Cloud.AWS, "arn:aws:ec2:eu-west-1:111111111111:instance/" + name);
        return new Resource(id, TYPE, new Location(ACCOUNT, REGION), name, tags, creation);
    }

    /** Keys of which no two are the same, though careless joining makes the same text of some. */
    static List<ScanKey> differingKeys() {
        List<ScanKey> keys = new ArrayList<>();
        for (Reader reader : List.of(
                READER,
                new Reader("tenant2", "caller", "estate"),
                new Reader("tenant", "caller2", "estate"),
                new Reader("tenant", "caller", "estate2"),
                new Reader("caller", "tenant", "estate"),
                new Reader("tenant:caller", "", "estate"),
                new Reader("tenant", "caller:estate", ""),
                new Reader("Tenant", "caller", "estate"),
                new Reader("", "", ""))) {
            keys.add(new ScanKey(reader, Scope.EVERYTHING));
        }
        for (Scope scope : List.of(
                new Scope(Set.of(Cloud.AWS), Set.of(), Set.of(), Set.of()),
                new Scope(Set.of(), Set.of(new AccountId("aws")), Set.of(), Set.of()),
                new Scope(Set.of(), Set.of(), Set.of(new Region("aws")), Set.of()),
                new Scope(Set.of(), Set.of(), Set.of(), Set.of(new ResourceType("aws"))),
                new Scope(Set.of(), Set.of(new AccountId("a,b")), Set.of(), Set.of()),
                new Scope(Set.of(), Set.of(new AccountId("a"), new AccountId("b")), Set.of(), Set.of()))) {
            keys.add(new ScanKey(READER, scope));
        }
        return keys;
    }
}
