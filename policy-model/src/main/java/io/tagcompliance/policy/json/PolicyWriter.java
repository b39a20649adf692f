package io.tagcompliance.policy.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.NamePattern;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.ValueList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes a policy as a file that {@link PolicyReader} reads back as the same policy. Lists of values that came from files
 * are written out, so that the file stands alone.
 */
public final class PolicyWriter {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PolicyWriter() {}

    /** The file's text. */
    public static String write(TagPolicy policy) {
        ObjectNode file = JSON.createObjectNode();
        file.put("version", policy.header().version());
        putText(file, "name", policy.header().name());
        putText(file, "last_updated", policy.header().lastUpdated());
        putTexts(file, "scope", policy.scope().stream().map(Cloud::id).toList());
        putTexts(
                file,
                "allocation_keys",
                policy.rules().allocationKeys().stream().map(TagKey::text).toList());
        writeLists(file, policy.rules().valueLists());
        RuleWriter rules = new RuleWriter();
        rules.writeTagRules(file.putArray("required_tags"), policy.required());
        rules.writeTagRules(file.putArray("optional_tags"), policy.optional());
        rules.writeConditional(file, policy.rules().conditional());
        rules.writeProhibited(file, policy.rules().prohibited());
        writeExemptions(file, policy.exemptions());
        writeNaming(file, policy.naming());
        writeTerminology(file, policy.terminology());
        ExampleWriter.write(file, policy.examples());
        return text(file);
    }

    private static String text(ObjectNode file) {
        try {
            return JSON.writeValueAsString(file) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void writeLists(ObjectNode file, Map<String, ValueList> lists) {
        if (!lists.isEmpty()) {
            ObjectNode node = file.putObject("value_lists");
            lists.forEach((name, list) -> {
                ObjectNode one = node.putObject(name);
                putTexts(
                        one,
                        "values",
                        list.values().stream().map(AllowedValue::text).toList());
                one.put("as_of", list.asOf().toString());
            });
        }
    }

    private static void writeExemptions(ObjectNode file, List<Exemption> exemptions) {
        if (exemptions.isEmpty()) {
            return;
        }
        ArrayNode array = file.putArray("exemptions");
        for (Exemption exemption : exemptions) {
            ObjectNode node = array.addObject();
            node.put("id", exemption.id());
            putTexts(
                    node,
                    "resources",
                    exemption.resources().stream().map(NamePattern::text).toList());
            writePlace(node, exemption.where());
            List<String> rules = exemption.rules().stream().map(RuleId::text).toList();
            putTexts(node, "rules", rules.isEmpty() ? List.of("all") : rules);
            node.put("reason", exemption.reason());
            node.put("owner", exemption.owner());
            node.put("expires", exemption.expires().toString());
        }
    }

    static void writePlace(ObjectNode node, PlaceScope place) {
        if (!place.equals(PlaceScope.ANYWHERE)) {
            ObjectNode scope = node.putObject("when_scope");
            putTexts(scope, "clouds", place.clouds().stream().map(Cloud::id).toList());
            putTexts(scope, "accounts", place.accounts());
            putTexts(scope, "regions", place.regions());
            putTexts(scope, "resource_groups", place.groups());
            putTexts(
                    scope,
                    "names",
                    place.names().stream().map(NamePattern::text).toList());
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
        putTexts(node, "reserved_prefixes", naming.reservedPrefixes());
        if (naming.severity() == Severity.WARNING) {
            node.put("severity", naming.severity().label());
        }
    }

    private static void writeTerminology(ObjectNode file, Map<Cloud, String> terminology) {
        if (!terminology.isEmpty()) {
            ObjectNode words = file.putObject("cross_cloud_mappings").putObject("terminology");
            terminology.forEach((cloud, word) -> words.put(cloud.id(), word));
        }
    }

    static void putText(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static void putLength(ObjectNode node, String name, int length) {
        if (length != Integer.MAX_VALUE) {
            node.put(name, length);
        }
    }

    /** A list of texts; none where it is empty. */
    static void putTexts(ObjectNode node, String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = node.putArray(name);
            texts.forEach(array::add);
        }
    }
}
