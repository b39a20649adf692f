package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.evaluation.PlainReading.Case;
import io.tagcompliance.core.evaluation.PlainReading.Cell;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;

/** Random policies and resources over a few types, places and words, in which everything meets everything often. */
@NullUnmarked // JSON as maps: what is there is what the generator put there
final class SmallWorld {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /** Every type at every place. */
    static final List<Cell> CELLS = cells();

    /** Those that rules are about. */
    static final List<String> KEYS = List.of("Owner", "Env", "Code");

    private static final List<String> TAG_KEYS = List.of(
            "Owner",
            "owner",
            "Env",
            "ENV",
            "env-name",
            "Code",
            "cODE",
            "Data",
            "data",
            "aws:x",
            "gcp:z",
            "we!rd",
            "secretive");
    private static final List<String> VALUES = List.of("", "prod", "Prod", "test-7", "A1", "a1", "a long value");

    private final Random random;

    SmallWorld(long seed) {
        this.random = new Random(seed);
    }

    private static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (List<String> kind : List.of(
                List.of("aws", "ec2:instance", "compute_instance"),
                List.of("gcp", "compute.instances", "compute_instance"),
                List.of("aws", "rds:db", "relational_db"),
                List.of("aws", "rds:cluster", "relational_db"),
                List.of("gcp", "sqladmin.instances", "relational_db"),
                List.of("azure", "Microsoft.Compute/virtualMachines", "compute_instance"),
                List.of("azure", "Microsoft.Sql/servers/databases", "relational_db"),
                List.of("aws", "sqs:queue", "message_queue"),
                List.of("gcp", "run.services", "app_platform"))) {
            for (String account : List.of("1", "2", "3")) {
                for (String region : List.of("eu", "us")) {
                    for (String name : List.of("web-1", "web-2", "db-1", "db-2")) {
                        cells.add(new Cell(kind.get(0), kind.get(1), kind.get(2), account, region, name));
                    }
                }
            }
        }
        return List.copyOf(cells);
    }

    /** A policy as the JSON of its file. It may hold a tie. */
    Map<String, Object> policy() {
        List<Object> required = new ArrayList<>();
        List<Object> optional = new ArrayList<>();
        int number = 0;
        for (String key : KEYS) {
            for (int rules = random.nextInt(3); rules > 0; rules--) {
                (random.nextInt(4) > 0 ? required : optional).add(tagRule(key, "rule-" + number++));
            }
        }
        Map<String, Object> policy = new TreeMap<>();
        policy.put("version", "3.0");
        policy.put("value_lists", Map.of("codes", Map.of("values", List.of("A1", "B*"), "as_of", "2026-10-31")));
        policy.put("required_tags", required);
        policy.put("optional_tags", optional);
        policy.put("tag_naming_rules", naming());
        sometimes(3, () -> policy.put("conditional_tags", List.of(conditional())));
        sometimes(
                4,
                () -> policy.put(
                        "prohibited_tags",
                        List.of(scoped(new TreeMap<>(Map.of(
                                "id",
                                "no",
                                "name",
                                one("*secret*", "data", "*e*r*"),
                                "severity",
                                one("error", "warning")))))));
        sometimes(3, () -> policy.put("exemptions", List.of(exemption(number(required)))));
        return policy;
    }

    private static String number(List<Object> required) {
        return required.isEmpty() ? "all" : (String) ((Map<?, ?>) required.getFirst()).get("id");
    }

    private Map<String, Object> tagRule(String key, String id) {
        Map<String, Object> rule = scoped(new TreeMap<>(Map.of("id", id, "name", key)));
        value(rule);
        rule.put("severity", one("error", "error", "warning"));
        sometimes(4, () -> rule.put("aliases", List.of(key.toLowerCase(Locale.ROOT) + "-name")));
        sometimes(4, () -> rule.put("grace", one("1d", "7d")));
        sometimes(4, () -> rule.put("inherit_from", one(List.of("account"), List.of("resource_group", "account"))));
        sometimes(5, () -> {
            Map<String, Object> gcp = new TreeMap<>(Map.of("name", key.toLowerCase(Locale.ROOT)));
            sometimes(2, () -> value(gcp));
            if (gcp.size() == 2) {
                gcp.remove("enforcement");
            }
            rule.put("cloud_specific", Map.of("gcp", gcp));
        });
        return rule;
    }

    private void value(Map<String, Object> rule) {
        sometimes(2, () -> rule.put("allowed_values", List.of(one("prod", "A1", "*"), one("test-*", "*rod", "a1"))));
        if (!rule.containsKey("allowed_values")) {
            sometimes(3, () -> rule.put("allowed_values_from", "codes"));
        }
        sometimes(4, () -> rule.put("pattern", one("[a-z]+", "[A-Z]\\d", "prod|A1")));
        sometimes(4, () -> rule.put("enforcement", Map.of("case_sensitive", random.nextBoolean())));
    }

    private Map<String, Object> scoped(Map<String, Object> rule) {
        sometimes(
                2,
                () -> rule.put(
                        "applies_to",
                        one(
                                List.of("ec2:instance"),
                                List.of("RDS:db"),
                                List.of("relational_db"),
                                List.of("compute_instance", "sqs:queue"),
                                List.of("all"))));
        sometimes(2, () -> rule.put("when_scope", place()));
        return rule;
    }

    private Map<String, Object> place() {
        Map<String, Object> place = new TreeMap<>();
        sometimes(2, () -> place.put("accounts", one(List.of("1"), List.of("1", "2"))));
        sometimes(4, () -> place.put("regions", List.of("eu")));
        sometimes(4, () -> place.put("clouds", one(List.of("aws"), List.of("gcp"))));
        sometimes(4, () -> place.put("names", one(List.of("web-*"), List.of("WEB-1"), List.of("*-1", "db-2"))));
        return place.isEmpty() ? Map.of("accounts", List.of("2")) : place;
    }

    private Map<String, Object> conditional() {
        Map<String, Object> rule = scoped(new TreeMap<>(Map.of("id", "if", "when", condition(2))));
        rule.put("severity", one("error", "warning"));
        switch (random.nextInt(3)) {
            case 0 -> rule.put("forbid", Map.of("name", "Data"));
            case 1 -> rule.put("require", Map.of("name", "Data", "same_as", "Code"));
            default -> {
                Map<String, Object> require = new TreeMap<>(Map.of("name", "Data"));
                value(require);
                rule.put("require", require);
            }
        }
        return rule;
    }

    private Map<String, Object> condition(int depth) {
        int form = random.nextInt(depth == 0 ? 2 : 5);
        return switch (form) {
            case 0 -> Map.of("tag", one("Env", "Owner"), "in", List.of(one("prod", "test-*"), "A1"));
            case 1 -> Map.of("tag", one("Env", "Code"), "present", random.nextBoolean());
            case 2 -> Map.of("not", condition(depth - 1));
            case 3 -> Map.of("all", List.of(condition(depth - 1), condition(depth - 1)));
            default -> Map.of("any", List.of(condition(depth - 1), condition(depth - 1)));
        };
    }

    private Map<String, Object> exemption(String rule) {
        Map<String, Object> exemption = new TreeMap<>(Map.of(
                "id",
                "e",
                "reason",
                "r",
                "owner",
                "o",
                "rules",
                List.of(one("all", rule)),
                "expires",
                one("2026-11-23", "2026-11-24", "2027-01-01")));
        sometimes(2, () -> exemption.put("when_scope", place()));
        if (!exemption.containsKey("when_scope") || random.nextBoolean()) {
            exemption.put("resources", List.of(one("*:web-1", "ARN:1:*")));
        }
        return exemption;
    }

    private Map<String, Object> naming() {
        Map<String, Object> naming = new TreeMap<>();
        naming.put("case_sensitivity", random.nextBoolean());
        naming.put("severity", one("error", "warning"));
        sometimes(3, () -> naming.put("allow_special_characters", false));
        sometimes(3, () -> naming.put("max_key_length", 6));
        sometimes(3, () -> naming.put("max_value_length", 6));
        sometimes(3, () -> naming.put("reserved_prefixes", List.of("aws:", "Gcp:")));
        return naming;
    }

    /** A resource somewhere in this world. */
    Case resource() {
        Cell cell = CELLS.get(random.nextInt(CELLS.size()));
        Map<String, Map<String, String>> parents = new TreeMap<>();
        sometimes(3, () -> parents.put("account", tags()));
        sometimes(3, () -> parents.put("resource_group", tags()));
        Optional<Instant> created = random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(NOW.minus(Duration.ofHours(24L * random.nextInt(9))));
        return new Case(cell, "arn:" + cell.account() + ":" + cell.name(), tags(), created, parents);
    }

    /** It, as it is judged. */
    static Subject subject(Case one) {
        Map<Parent, Tags> parents = new EnumMap<>(Parent.class);
        for (Parent parent : Parent.values()) {
            if (one.parents().containsKey(parent.label())) {
                parents.put(parent, Tags.of(one.parents().get(parent.label())));
            }
        }
        return new Subject(
                new Cloud(one.cell().cloud()),
                new ResourceType(one.cell().type()),
                one.id(),
                new Place(
                        one.cell().account(),
                        one.cell().region(),
                        "",
                        one.cell().name()),
                TagReading.known(one.tags()),
                one.created().<Creation>map(Creation.At::new).orElse(Creation.UNKNOWN),
                new Lineage(parents));
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int number = random.nextInt(6); number > 0; number--) {
            tags.put(TAG_KEYS.get(random.nextInt(TAG_KEYS.size())), VALUES.get(random.nextInt(VALUES.size())));
        }
        return tags;
    }

    private void sometimes(int oneIn, Runnable what) {
        if (random.nextInt(oneIn) == 0) {
            what.run();
        }
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
