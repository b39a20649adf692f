package io.tagcompliance.aws;

import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An estate of any size that nobody holds: what a resource is follows from its number. Each account has the same number of
 * resources, of eight types in three Regions; each fifth was never tagged, each fifth has a wrong value.
 *
 * @param accounts   how many
 * @param perAccount how many resources each of them has
 */
record ScaleEstate(int accounts, int perAccount) {
    static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "us-west-2");
    private static final Map<String, Double> REGION_SHARES = Map.of("us-east-1", .5, "eu-west-1", .3, "us-west-2", .2);
    private static final Map<String, Double> TYPE_SHARES = new LinkedHashMap<>();

    static {
        TYPE_SHARES.put("ec2:instance", .30);
        TYPE_SHARES.put("ec2:volume", .20);
        TYPE_SHARES.put("s3:bucket", .10);
        TYPE_SHARES.put("lambda:function", .10);
        TYPE_SHARES.put("rds:db", .05);
        TYPE_SHARES.put("dynamodb:table", .10);
        TYPE_SHARES.put("sns:topic", .075);
        TYPE_SHARES.put("sqs:queue", .075);
    }

    /** The policy that the estate breaks in known ways. */
    static TagPolicy policy() {
        String file = """
                {"version":"1.0","required_tags":[
                 {"name":"Owner"},{"name":"Environment","allowed_values":["production","staging"]},
                 {"name":"CostCenter","validation_regex":"^CC-\\\\d{4}$"}]}""";
        return switch (PolicyReader.read(file.getBytes(StandardCharsets.UTF_8))) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Rejected wrong -> throw new IllegalStateException("" + wrong.problems());
        };
    }

    static String account(int number) {
        return number == 0 ? LabEstate.ACCOUNT.text() : "%012d".formatted(700_000_000_000L + number);
    }

    /** How many of a type an account has in a Region. */
    int count(String type, String region) {
        return (int)
                Math.round(perAccount * TYPE_SHARES.getOrDefault(type, 0.0) * REGION_SHARES.getOrDefault(region, 0.0));
    }

    static List<String> types() {
        return List.copyOf(TYPE_SHARES.keySet());
    }

    int total() {
        return accounts
                * REGIONS.stream()
                        .mapToInt(region -> types().stream()
                                .mapToInt(type -> count(type, region))
                                .sum())
                        .sum();
    }

    int untagged() {
        return accounts
                * REGIONS.stream()
                        .mapToInt(region -> types().stream()
                                .mapToInt(type -> Math.ceilDiv(count(type, region), 5))
                                .sum())
                        .sum();
    }

    /** Untagged, or with a value that isn't allowed. */
    int nonCompliant() {
        return accounts
                * REGIONS.stream()
                        .mapToInt(region -> types().stream()
                                .mapToInt(type -> (int) IntStream.range(0, count(type, region))
                                        .filter(number -> number % 5 < 2)
                                        .count())
                                .sum())
                        .sum();
    }

    /**
     * The longest chain of calls that wait for each other in one account, where it is known already who we are: the index, and
     * then the pages of a list, or its first page and those of the tags of what it lists.
     */
    int longestChain() {
        return 1 + REGIONS.stream().mapToInt(this::longestChain).max().orElse(0);
    }

    private int longestChain(String region) {
        int lists = types().stream().mapToInt(type -> pages(type, region)).max().orElse(0);
        int shared = 0;
        int longest = 0;
        for (String type : List.of("s3:bucket", "lambda:function", "dynamodb:table", "sns:topic", "sqs:queue")) {
            int tagged = everTagged(type, region);
            if (pages(type, region) > 1 || count(type, region) > 100) {
                longest = Math.max(longest, Math.ceilDiv(tagged, 100));
            } else {
                shared += tagged;
            }
        }
        return Math.max(lists, 1 + Math.max(longest, Math.ceilDiv(shared, 100)));
    }

    int everTagged(String type, String region) {
        return count(type, region) - Math.ceilDiv(count(type, region), 5);
    }

    /** How many calls it takes to list those of a type in a Region, where there are any. */
    int pages(String type, String region) {
        int size = switch (type) {
            case "ec2:instance", "ec2:volume", "sqs:queue" -> 1000;
            case "s3:bucket" -> 10_000;
            case "lambda:function" -> 50;
            default -> 100;
        };
        return Math.ceilDiv(count(type, region), size);
    }

    /** The sum of what {@link #mark} says of every resource. */
    long checksum() {
        return IntStream.range(0, accounts)
                .parallel()
                .mapToLong(account -> REGIONS.stream()
                        .mapToLong(region -> types().stream()
                                .mapToLong(type -> checksum(account(account), region, type))
                                .sum())
                        .sum())
                .sum();
    }

    private long checksum(String account, String region, String type) {
        return IntStream.range(0, count(type, region))
                .mapToLong(number -> mark(arn(account, region, type, number), tags(type, number)))
                .sum();
    }

    /** A number that says nothing by itself, and differs where an id or a tag does. */
    static long mark(String arn, Map<String, String> tags) {
        return 31L * arn.hashCode() + tags.hashCode();
    }

    static String name(String account, String region, String type, int number) {
        return switch (type) {
            case "ec2:instance" -> "i-" + padded(number, 17);
            case "ec2:volume" -> "vol-" + padded(number, 17);
            case "s3:bucket" -> "bucket-" + account + "-" + region + "-" + padded(number, 6);
            default -> "name-" + padded(number, 6);
        };
    }

    /** With zeros before it. A lab that answers for a million resources has no time for formats. */
    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "00000000000000000".substring(0, width - digits.length()) + digits;
    }

    static String arn(String account, String region, String type, int number) {
        String name = name(account, region, type, number);
        String place = region + ":" + account + ":";
        return switch (type) {
            case "ec2:instance" -> "arn:aws:ec2:" + place + "instance/" + name;
            case "ec2:volume" -> "arn:aws:ec2:" + place + "volume/" + name;
            case "s3:bucket" -> "arn:aws:s3:::" + name;
            case "lambda:function" -> "arn:aws:lambda:" + place + "function:" + name;
            case "rds:db" -> "arn:aws:rds:" + place + "db:" + name;
            case "dynamodb:table" -> "arn:aws:dynamodb:" + place + "table/" + name;
            default -> "arn:aws:" + type.substring(0, 3) + ":" + place + name;
        };
    }

    /** Eight tags, most values of which repeat. */
    static Map<String, String> tags(String type, int number) {
        if (number % 5 == 0) {
            return Map.of();
        }
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("Owner", "team-" + padded(number % 40, 2) + "@corp.example");
        tags.put("Environment", number % 5 == 1 ? "Prod" : "production");
        tags.put("CostCenter", "CC-" + padded(number % 300, 4));
        tags.put("Project", "project-" + number % 100);
        tags.put("DataClass", number % 3 == 0 ? "internal" : "public");
        tags.put("Service", "service-" + number % 500);
        tags.put("ManagedBy", "terraform");
        tags.put("Title", type + " number " + number);
        return tags;
    }
}
