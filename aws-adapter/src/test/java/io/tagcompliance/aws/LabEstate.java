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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The resources that the lab knows, found by type, account and Region as fast as a large estate needs it. */
final class LabEstate {
    static final AccountId ACCOUNT = new AccountId("123456789012");
    static final Region IRELAND = new Region("eu-west-1");
    static final Region VIRGINIA = new Region("us-east-1");
    static final Region OREGON = new Region("us-west-2");
    static final List<Region> REGIONS = List.of(IRELAND, VIRGINIA, OREGON);

    private final List<Resource> resources;
    private final Map<Cell, List<Resource>> byCell;
    private final Map<Cell, Map<String, Resource>> byName = new ConcurrentHashMap<>();

    private record Cell(String type, String account, String region) {}

    LabEstate(List<Resource> resources) {
        this.resources = List.copyOf(resources);
        this.byCell = resources.stream()
                .collect(Collectors.groupingBy(resource -> new Cell(
                        resource.type().name(),
                        resource.location().account().text(),
                        resource.location().region().text())));
    }

    List<Resource> resources() {
        return resources;
    }

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
                .flatMap(type -> regionsOf(type).stream()
                        .flatMap(region -> some(type.type().name(), region, each)))
                .toList());
    }

    /** Where resources of a type lie in the lab. */
    static List<Region> regionsOf(AwsType type) {
        return type.reach() == AwsType.Reach.GLOBAL ? List.of(Region.GLOBAL) : REGIONS;
    }

    private static Stream<Resource> some(String type, Region region, int many) {
        return IntStream.range(0, many).mapToObj(number -> {
            Map<String, String> tags =
                    number % 5 == 0 ? Map.of() : Map.of("Owner", "team-" + number, "Place", region.text());
            return resource(type, region, name(type, region, number), TagReading.known(tags));
        });
    }

    /** Names as AWS allows them, some with slashes. */
    static String name(String type, Region region, int number) {
        return switch (type) {
            case "ec2:instance" -> "i-%017x".formatted(number);
            case "ec2:volume" -> "vol-%017x".formatted(number);
            case "s3:bucket" -> "bucket-%s-%03d".formatted(region, number);
            case "logs:log-group" -> "/aws/lambda/name-%03d".formatted(number);
            case "ecr:repository", "secretsmanager:secret", "cloudwatch:alarm", "glue:job" ->
                "team/name-%03d".formatted(number);
            case "elasticloadbalancing:loadbalancer" ->
                (number % 3 == 0 ? "classic-%03d" : "name-%03d").formatted(number);
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
        return new ResourceId(Cloud.AWS, LabArns.of(type, region, name));
    }

    /** This estate, and the same again in other accounts; what has no account in its id has it in its name there. */
    LabEstate alsoIn(AccountId... others) {
        Stream<Resource> copies =
                Stream.of(others).flatMap(account -> resources.stream().map(resource -> in(account, resource)));
        return new LabEstate(Stream.concat(resources.stream(), copies).toList());
    }

    /** A resource as it is in that account. */
    static Resource in(AccountId account, Resource resource) {
        if (account.equals(ACCOUNT)) {
            return resource;
        }
        boolean namesItsAccount = resource.id().text().contains(ACCOUNT.text());
        String name = namesItsAccount ? resource.name() : resource.name() + "-" + account;
        String id = resource.id().text().replace(ACCOUNT.text(), account.text());
        return new Resource(
                new ResourceId(Cloud.AWS, id.replace(resource.name(), name)),
                resource.type(),
                new Location(account, resource.location().region()),
                name,
                resource.tags(),
                resource.creation(),
                resource.traits());
    }

    /** Those of a type in the account and Region of a call; what lies in no Region is in each. */
    List<Resource> of(LabCall call, String type) {
        List<Resource> here = byCell.getOrDefault(new Cell(type, call.account(), call.region()), List.of());
        return here.isEmpty()
                ? byCell.getOrDefault(new Cell(type, call.account(), Region.GLOBAL.text()), List.of())
                : here;
    }

    /** The one that a call names: by its ARN, its name, or the end of its ARN where no other has that. */
    Optional<Resource> named(LabCall call, String type) {
        return namedIn(call, type).findFirst();
    }

    /** All that a call names. */
    Stream<Resource> namedIn(LabCall call, String type) {
        Cell cell = new Cell(type, call.account(), call.region());
        Map<String, Resource> known = byName.computeIfAbsent(cell, absent -> names(of(call, type)));
        return call.values().stream().map(known::get).filter(Objects::nonNull).distinct();
    }

    private static Map<String, Resource> names(List<Resource> resources) {
        Map<String, Resource> names = new HashMap<>();
        Set<String> shared = new HashSet<>();
        resources.forEach(resource -> {
            names.put(resource.id().text(), resource);
            String end = LabXml.last(resource.id().text());
            if (names.put(end, resource) != null) {
                shared.add(end);
            }
        });
        names.keySet().removeAll(shared);
        resources.forEach(resource -> names.put(resource.name(), resource));
        return names;
    }

    Optional<Resource> bucket(String name) {
        return resources.stream()
                .filter(resource -> resource.type().name().equals("s3:bucket"))
                .filter(resource -> resource.name().equals(name))
                .findFirst();
    }

    static TagReading untagged() {
        return TagReading.known(Map.of());
    }

    static Map<String, String> tags(Resource resource) {
        return resource.tags() instanceof TagReading.Known known ? known.tags().asMap() : Map.of();
    }
}
