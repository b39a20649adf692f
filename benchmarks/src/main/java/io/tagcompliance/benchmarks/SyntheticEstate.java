package io.tagcompliance.benchmarks;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceColumnsBuilder;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Resources of a made-up firm, each by its number and always the same: eight tags at most, of which a few are missing or
 * wrong. Of a million, nearly all have tags that no other one has.
 */
final class SyntheticEstate {
    /** One object for each type, as a catalogue has them. */
    private static final List<ResourceType> TYPES = Stream.of(
                    "ec2:instance",
                    "ec2:volume",
                    "ec2:snapshot",
                    "rds:db",
                    "s3:bucket",
                    "lambda:function",
                    "sqs:queue",
                    "logs:log-group")
            .map(ResourceType::new)
            .toList();

    private static final List<String> REGIONS =
            List.of("eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-south-1");
    private static final List<String> ENVIRONMENTS = List.of("production", "staging", "development", "test", "sandbox");
    private static final List<String> WRONG_ENVIRONMENTS = List.of("prod", "Production", "dev");
    private static final List<String> CLASSES = List.of("public", "internal", "confidential", "restricted");
    private static final List<String> CREATORS = List.of("terraform", "cloudformation", "console", "cdk");

    private SyntheticEstate() {}

    static Resource resource(int number) {
        Dice dice = new Dice(number);
        ResourceType resourceType = dice.one(TYPES);
        String type = resourceType.name();
        String region = dice.one(REGIONS);
        String account = "%012d".formatted(100_000_000_001L + dice.roll(40));
        String name = "%s-%016x".formatted(type.substring(type.indexOf(':') + 1, type.indexOf(':') + 2), dice.bits());
        String service = type.substring(0, type.indexOf(':'));
        String kind = type.substring(type.indexOf(':') + 1);
        return new Resource(
                new ResourceId(
                        Cloud.AWS, "arn:aws:" + service + ":" + region + ":" + account + ":" + kind + "/" + name),
                resourceType,
                new Location(new AccountId(account), new Region(region)),
                name,
                TagReading.known(tags(dice)),
                Creation.UNKNOWN);
    }

    private static Map<String, String> tags(Dice dice) {
        Map<String, String> tags = new LinkedHashMap<>();
        int project = dice.roll(900);
        tags.put("Name", "project-" + project + "-" + dice.roll(40));
        put("CostCenter", "CC-" + (1_000 + project % 300), tags, dice);
        put("Owner", "team-" + project % 120 + (dice.roll(20) == 0 ? "" : "@quillmere.example"), tags, dice);
        put("Environment", dice.roll(12) == 0 ? dice.one(WRONG_ENVIRONMENTS) : dice.one(ENVIRONMENTS), tags, dice);
        put(dice.roll(15) == 0 ? "dataclass" : "DataClass", dice.one(CLASSES), tags, dice);
        put("Project", "project-" + project, tags, dice);
        tags.put("CreatedBy", dice.one(CREATORS));
        tags.put("Version", "v" + dice.roll(4) + "." + dice.roll(25));
        return tags;
    }

    private static void put(String key, String value, Map<String, String> tags, Dice dice) {
        if (dice.roll(14) != 0) {
            tags.put(key, value);
        }
    }

    /** As a list of objects. */
    static List<Resource> objects(int size) {
        List<Resource> resources = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            resources.add(resource(number));
        }
        return resources;
    }

    /** As a scan has it: of columns, by id, and never all at once as objects. */
    static ResourceColumns columns(int size) {
        ResourceColumnsBuilder builder = ResourceColumnsBuilder.byId();
        for (int number = 0; number < size; number++) {
            builder.add(resource(number));
        }
        return builder.build();
    }

    /** As a line of an estate file. */
    static String jsonLine(Resource resource) {
        StringBuilder line = new StringBuilder("{\"resource_id\":\"")
                .append(resource.id().text())
                .append("\",\"resource_type\":\"")
                .append(resource.type().name())
                .append("\",\"account_id\":\"")
                .append(resource.location().account().text())
                .append("\",\"region\":\"")
                .append(resource.location().region().text())
                .append("\",\"name\":\"")
                .append(resource.name())
                .append("\",\"tags\":{");
        String between = "";
        if (resource.tags() instanceof TagReading.Known known) {
            for (Map.Entry<String, String> tag : known.tags().asMap().entrySet()) {
                line.append(between)
                        .append('"')
                        .append(tag.getKey())
                        .append("\":\"")
                        .append(tag.getValue())
                        .append('"');
                between = ",";
            }
        }
        return line.append("}}\n").toString();
    }

    /** Chance that always falls the same way, of one number: SplitMix64. */
    private static final class Dice {
        private long state;

        Dice(int number) {
            state = number * 0x9E37_79B9_7F4A_7C15L + 1;
        }

        long bits() {
            state += 0x9E37_79B9_7F4A_7C15L;
            long bits = state;
            bits = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
            bits = (bits ^ (bits >>> 27)) * 0x94D0_49BB_1331_11EBL;
            return bits ^ (bits >>> 31);
        }

        int roll(int sides) {
            return (int) Long.remainderUnsigned(bits(), sides);
        }

        <T> T one(List<T> of) {
            return of.get(roll(of.size()));
        }
    }
}
