package io.tagcompliance.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.snapshot.DemoEstate;
import io.tagcompliance.testkit.CollectingSink;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts the demo's resources by hand, with none of the program's own evaluation: a second reading of the same estate. */
final class DemoCounts {
    private static final Set<String> COST_CENTERS = Set.of(
            "cc-1100", "cc-1200", "cc-1300", "cc-2100", "cc-3100", "cc-4100", "cc-4200", "cc-5100", "cc-5200",
            "cc-6100");
    private static final Set<String> ENVIRONMENTS = Set.of("production", "staging", "development", "sandbox");
    private static final Set<String> DATA_CLASSES = Set.of("public", "internal", "confidential", "restricted");
    private static final Set<String> HOLDING_DATA =
            Set.of("object_bucket", "file_storage", "relational_db", "nosql_db", "data_warehouse");

    private final List<Resource> estate;

    private DemoCounts(List<Resource> estate) {
        this.estate = estate;
    }

    static DemoCounts read() throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        for (CloudProvider cloud : DemoEstate.clouds()) {
            cloud.inventory().scan(Scope.EVERYTHING, sink);
        }
        return new DemoCounts(sink.resources());
    }

    /** How many resources are what each field of the description says. */
    long of(JsonNode description) {
        Predicate<Resource> wanted = description
                .propertyStream()
                .map(field -> predicate(field.getKey(), field.getValue()))
                .reduce(any -> true, Predicate::and);
        return estate.stream().filter(wanted).count();
    }

    private static Predicate<Resource> predicate(String field, JsonNode value) {
        String text = value.asText();
        return switch (field) {
            case "cloud" -> resource -> resource.id().cloud().id().equals(text);
            case "account" -> resource -> resource.location().account().text().equals(text);
            case "region" -> resource -> resource.location().region().text().equals(text);
            case "type" -> resource -> resource.type().name().equals(text);
            case "category" -> resource -> category(resource).equals(text);
            case "tag" ->
                resource -> value.propertyStream()
                        .allMatch(tag ->
                                tag.getValue().asText().equals(tags(resource).get(tag.getKey())));
            case "untagged" ->
                resource -> tags(resource).keySet().stream().allMatch(key -> key.startsWith("aws:"))
                        == value.booleanValue();
            case "lacks" ->
                resource ->
                        value.valueStream().anyMatch(key -> !anyCase(resource).containsKey(key.textValue()));
            case "lacks_required" -> resource -> lacksRequired(resource) == value.booleanValue();
            case "complies" -> resource -> complies(resource) == value.booleanValue();
            default -> throw new IllegalArgumentException("nobody knows how to count " + field);
        };
    }

    private static boolean lacksRequired(Resource resource) {
        Set<String> keys = anyCase(resource).keySet();
        return !keys.containsAll(Set.of("CostCenter", "Environment", "Owner"))
                || (holdsData(resource) && !keys.contains("DataClass"));
    }

    private static boolean complies(Resource resource) {
        Map<String, String> tags = anyCase(resource);
        return COST_CENTERS.contains(tags.getOrDefault("CostCenter", ""))
                && ENVIRONMENTS.contains(tags.getOrDefault("Environment", ""))
                && (!holdsData(resource) || DATA_CLASSES.contains(tags.getOrDefault("DataClass", "")))
                && tags.keySet().stream().allMatch(key -> key.matches("[\\p{L}\\p{N} _.:/=+@-]*"))
                && tags.getOrDefault("Project", "crm").matches("[a-z][a-z0-9-]{1,39}");
    }

    private static boolean holdsData(Resource resource) {
        return HOLDING_DATA.contains(category(resource));
    }

    private static String category(Resource resource) {
        return TypeCatalogue.categoryOf(resource.type()).map(Category::label).orElse("");
    }

    /** The policy of the demo matches keys in any case. */
    private static Map<String, String> anyCase(Resource resource) {
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        tags.putAll(tags(resource));
        return tags;
    }

    private static Map<String, String> tags(Resource resource) {
        return ((TagReading.Known) resource.tags()).tags().asMap();
    }
}
