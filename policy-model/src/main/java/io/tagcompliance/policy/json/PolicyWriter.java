package io.tagcompliance.policy.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.util.List;
import java.util.Map;

/** Writes a policy as a file that {@link PolicyReader} reads back as the same policy. */
public final class PolicyWriter {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PolicyWriter() {}

    /** The file's text. */
    public static String write(TagPolicy policy) {
        ObjectNode file = JSON.createObjectNode();
        file.put("version", policy.header().version());
        putText(file, "name", policy.header().name());
        putText(file, "last_updated", policy.header().lastUpdated());
        if (!policy.scope().isEmpty()) {
            file.set("scope", texts(policy.scope().stream().map(Cloud::id).toList()));
        }
        writeRules(file.putArray("required_tags"), policy.required());
        writeRules(file.putArray("optional_tags"), policy.optional());
        writeNaming(file, policy.naming());
        writeTerminology(file, policy.terminology());
        try {
            return JSON.writeValueAsString(file) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void writeRules(ArrayNode array, List<TagRule> rules) {
        for (TagRule rule : rules) {
            ObjectNode node = array.addObject();
            node.put("id", rule.id().text());
            node.put("name", rule.key().text());
            putText(node, "description", rule.description());
            rule.values().forEach(value -> writeValue(node, value));
            node.put("severity", rule.severity() == Severity.ERROR ? "error" : "warning");
            writeAppliesTo(node, rule.appliesTo());
            writeNotes(node, rule.notes());
        }
    }

    private static void writeValue(ObjectNode node, ValueRule value) {
        switch (value) {
            case ValueRule.OneOf oneOf ->
                node.set(
                        "allowed_values",
                        texts(oneOf.values().stream().map(AllowedValue::text).toList()));
            case ValueRule.Matches matches -> node.put("pattern", matches.pattern());
        }
        if (value.valueCase() != ValueCase.EXACT && !node.has("enforcement")) {
            writeCase(node.putObject("enforcement"), value.valueCase());
        }
    }

    private static void writeCase(ObjectNode enforcement, ValueCase valueCase) {
        enforcement.put("case_sensitive", false);
        switch (valueCase) {
            case LOWERCASE_ADVISED -> enforcement.put("normalize_to", "lowercase");
            case UPPERCASE_ADVISED -> enforcement.put("normalize_to", "uppercase");
            case EXACT, ANY -> {}
        }
    }

    private static void writeAppliesTo(ObjectNode node, AppliesTo appliesTo) {
        switch (appliesTo) {
            case AppliesTo.Everything everything -> node.putArray("applies_to");
            case AppliesTo.Selected selected -> writeSelection(node, selected);
        }
    }

    /** By list where that can say it; a whole cloud can only be said by cloud, next to which types stand by cloud too. */
    private static void writeSelection(ObjectNode node, AppliesTo.Selected selected) {
        List<String> clouds =
                selected.texts(AppliesTo.OfCloud.class, of -> of.cloud().id());
        List<String> types =
                selected.texts(AppliesTo.OfType.class, of -> of.type().name());
        List<String> categories =
                selected.texts(AppliesTo.OfCategory.class, of -> of.category().label());
        if (clouds.isEmpty()) {
            ArrayNode list = node.putArray("applies_to");
            types.forEach(list::add);
            categories.forEach(list::add);
            return;
        }
        ObjectNode groups = node.putObject("applies_to");
        if (!categories.isEmpty()) {
            groups.set("categories", texts(categories));
        }
        clouds.forEach(cloud -> groups.putArray(cloud).add("all"));
        for (String type : types) {
            String cloud =
                    TypeCatalogue.cloudOf(new ResourceType(type)).map(Cloud::id).orElse("aws");
            groups.withArrayProperty(cloud).add(type);
        }
    }

    private static void writeNotes(ObjectNode node, Map<Cloud, String> notes) {
        if (!notes.isEmpty()) {
            ObjectNode clouds = node.putObject("cloud_specific");
            notes.forEach((cloud, note) -> clouds.putObject(cloud.id()).put("note", note));
        }
    }

    private static void writeNaming(ObjectNode file, NamingRules naming) {
        if (naming.equals(NamingRules.NONE)) {
            return;
        }
        ObjectNode node = file.putObject("tag_naming_rules");
        node.put("case_sensitivity", naming.keyCase() == NamingRules.KeyCase.SENSITIVE);
        node.put("allow_special_characters", naming.specialCharacters() == NamingRules.SpecialCharacters.ALLOWED);
        putLength(node, "max_key_length", naming.maxKeyLength());
        putLength(node, "max_value_length", naming.maxValueLength());
        node.set("reserved_prefixes", texts(naming.reservedPrefixes()));
    }

    private static void writeTerminology(ObjectNode file, Map<Cloud, String> terminology) {
        if (!terminology.isEmpty()) {
            ObjectNode words = file.putObject("cross_cloud_mappings").putObject("terminology");
            terminology.forEach((cloud, word) -> words.put(cloud.id(), word));
        }
    }

    private static void putText(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static void putLength(ObjectNode node, String name, int length) {
        if (length != Integer.MAX_VALUE) {
            node.put(name, length);
        }
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JSON.createArrayNode();
        texts.forEach(array::add);
        return array;
    }
}
