package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.ContractEstate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The resources that the lab knows. */
record LabEstate(List<Resource> resources) {
    static final AccountId ACCOUNT = new AccountId("123456789012");
    static final Region IRELAND = new Region("eu-west-1");
    static final Region VIRGINIA = new Region("us-east-1");
    static final Region OREGON = new Region("us-west-2");
    static final List<Region> REGIONS = List.of(IRELAND, VIRGINIA, OREGON);

    private static final Map<String, String> PREFIXES = Map.of(
            "ec2:instance", "instance/",
            "ec2:volume", "volume/",
            "rds:db", "db:",
            "lambda:function", "function:",
            "dynamodb:table", "table/");

    /** That of the contract: instances in Ireland, functions in Virginia, buckets in Oregon. */
    static LabEstate ofContract() {
        return new LabEstate(ContractEstate.in(new ContractEstate.Shape() {
            @Override
            public Resource paged(int number, TagReading tags) {
                return resource("ec2:instance", IRELAND, "i-%017x".formatted(number), tags);
            }

            @Override
            public Resource elsewhere(int number, TagReading tags) {
                return resource("lambda:function", VIRGINIA, "function-" + number, tags);
            }

            @Override
            public Resource global(int number, TagReading tags) {
                return resource("s3:bucket", OREGON, "bucket-" + number, tags);
            }
        }));
    }

    /** That many of each type in each Region, each fifth of them never tagged, and names repeated in all Regions. */
    static LabEstate ofEverything(int each) {
        return new LabEstate(AwsTypes.ALL.stream()
                .flatMap(type ->
                        REGIONS.stream().flatMap(region -> some(type.type().name(), region, each)))
                .toList());
    }

    private static Stream<Resource> some(String type, Region region, int many) {
        return IntStream.range(0, many).mapToObj(number -> {
            Map<String, String> tags =
                    number % 5 == 0 ? Map.of() : Map.of("Owner", "team-" + number, "Place", region.text());
            return resource(type, region, name(type, region, number), TagReading.known(tags));
        });
    }

    private static String name(String type, Region region, int number) {
        return switch (type) {
            case "ec2:instance" -> "i-%017x".formatted(number);
            case "ec2:volume" -> "vol-%017x".formatted(number);
            case "s3:bucket" -> "bucket-%s-%03d".formatted(region, number);
            default -> "name-%03d".formatted(number);
        };
    }

    static Resource resource(String type, Region region, String name, TagReading tags) {
        return new Resource(
                id(type, region, name),
                new ResourceType(type),
                new Location(ACCOUNT, region),
                name,
                tags,
                Creation.UNKNOWN);
    }

    static ResourceId id(String type, Region region, String name) {
        String service = type.substring(0, type.indexOf(':'));
        String place = service.equals("s3") ? ":" : region + ":" + ACCOUNT;
        return new ResourceId(
                Cloud.AWS, "arn:aws:" + service + ":" + place + ":" + PREFIXES.getOrDefault(type, "") + name);
    }

    List<Resource> of(String type, String region) {
        return resources.stream()
                .filter(resource -> resource.type().name().equals(type))
                .filter(resource -> resource.location().region().text().equals(region))
                .toList();
    }

    Optional<Resource> named(String type, String region, String name) {
        return of(type, region).stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst();
    }

    Optional<Resource> bucket(String name) {
        return REGIONS.stream()
                .flatMap(region -> named("s3:bucket", region.text(), name).stream())
                .findFirst();
    }

    static Map<String, String> tags(Resource resource) {
        return resource.tags() instanceof TagReading.Known known ? known.tags().asMap() : Map.of();
    }
}
