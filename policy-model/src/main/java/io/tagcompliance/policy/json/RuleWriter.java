package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.CloudOverride;
import io.tagcompliance.policy.Condition;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Consequence;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.Leniency;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.PolicyRule;
import io.tagcompliance.policy.ProhibitedTag;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleWords;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.util.List;
import java.util.Map;

/** Writes rules as the reader reads them. */
final class RuleWriter {
    void writeTagRules(ArrayNode array, List<TagRule> rules) {
        for (TagRule rule : rules) {
            ObjectNode node = array.addObject();
            writeParts(node, rule);
            writeDemand(node, rule.demand());
            writeLeniency(node, rule.leniency());
            writeOverrides(node, rule.overrides(), rule.demand());
        }
    }

    void writeConditional(ObjectNode file, List<ConditionalRule> rules) {
        if (!rules.isEmpty()) {
            ArrayNode array = file.putArray("conditional_tags");
            for (ConditionalRule rule : rules) {
                ObjectNode node = array.addObject();
                writeParts(node, rule);
                writeCondition(node.putObject("when"), rule.when());
                writeConsequence(node, rule.then());
            }
        }
    }

    void writeProhibited(ObjectNode file, List<ProhibitedTag> rules) {
        if (!rules.isEmpty()) {
            ArrayNode array = file.putArray("prohibited_tags");
            for (ProhibitedTag rule : rules) {
                ObjectNode node = array.addObject();
                writeParts(node, rule);
                node.put("name", rule.key().text());
            }
        }
    }

    private static void writeParts(ObjectNode node, PolicyRule rule) {
        node.put("id", rule.id().text());
        PolicyWriter.putText(node, "description", rule.text().description());
        PolicyWriter.putText(node, "message", rule.text().message());
        PolicyWriter.putText(node, "link", rule.text().link());
        node.put("severity", rule.severity().label());
        writeAppliesTo(node, rule.scope().types());
        PolicyWriter.writePlace(node, rule.scope().place());
    }

    private static void writeDemand(ObjectNode node, Demand demand) {
        node.put("name", demand.key().text());
        writeAliases(node, demand);
        demand.values().forEach(value -> writeValue(node, value));
    }

    private static void writeAliases(ObjectNode node, Demand demand) {
        PolicyWriter.putTexts(
                node, "aliases", demand.aliases().stream().map(TagKey::text).toList());
    }

    private static void writeValue(ObjectNode node, ValueRule value) {
        switch (value) {
            case ValueRule.OneOf oneOf -> writeAllowed(node, oneOf);
            case ValueRule.Matches matches -> node.put("pattern", matches.pattern());
        }
        if (value.valueCase() != ValueCase.EXACT && !node.has("enforcement")) {
            writeCase(node.putObject("enforcement"), value.valueCase());
        }
    }

    private static void writeAllowed(ObjectNode node, ValueRule.OneOf oneOf) {
        if (oneOf.list().isEmpty()) {
            PolicyWriter.putTexts(node, "allowed_values", texts(oneOf));
        } else {
            node.put("allowed_values_from", oneOf.list());
        }
        if (!oneOf.synonyms().isEmpty()) {
            ObjectNode synonyms = node.putObject("synonyms");
            oneOf.synonyms().forEach((value, others) -> {
                ArrayNode array = synonyms.putArray(value);
                others.forEach(array::add);
            });
        }
    }

    private static List<String> texts(ValueRule.OneOf oneOf) {
        return oneOf.values().stream().map(AllowedValue::text).toList();
    }

    private static void writeCase(ObjectNode enforcement, ValueCase valueCase) {
        enforcement.put("case_sensitive", false);
        switch (valueCase) {
            case LOWERCASE_ADVISED -> enforcement.put("normalize_to", "lowercase");
            case UPPERCASE_ADVISED -> enforcement.put("normalize_to", "uppercase");
            case EXACT, ANY -> {}
        }
    }

    private static void writeLeniency(ObjectNode node, Leniency leniency) {
        if (!leniency.grace().isZero()) {
            node.put("grace", RuleWords.of(leniency.grace()));
        }
        PolicyWriter.putTexts(
                node,
                "inherit_from",
                leniency.inheritFrom().stream().map(Parent::label).toList());
    }

    private static void writeOverrides(ObjectNode node, Map<Cloud, CloudOverride> overrides, Demand general) {
        if (overrides.isEmpty()) {
            return;
        }
        ObjectNode clouds = node.putObject("cloud_specific");
        overrides.forEach((cloud, override) -> {
            ObjectNode one = clouds.putObject(cloud.id());
            one.put("note", override.note());
            if (!override.demand().equals(general)) {
                one.put("name", override.demand().key().text());
                ArrayNode aliases = one.putArray("aliases");
                override.demand().aliases().forEach(alias -> aliases.add(alias.text()));
                override.demand().values().forEach(value -> writeValue(one, value));
                if (override.demand().values().isEmpty()) {
                    one.putArray("allowed_values");
                }
            }
        });
    }

    private static void writeCondition(ObjectNode node, Condition condition) {
        switch (condition) {
            case Condition.HasValue has -> {
                node.put("tag", has.tag().text());
                switch (has.value()) {
                    case ValueRule.OneOf oneOf -> PolicyWriter.putTexts(node, "in", texts(oneOf));
                    case ValueRule.Matches matches -> node.put("matches", matches.pattern());
                }
                node.put("case_sensitive", has.value().valueCase() == ValueCase.EXACT);
            }
            case Condition.IsPresent is -> node.put("tag", is.tag().text()).put("present", true);
            case Condition.Not not -> writeCondition(node.putObject("not"), not.condition());
            case Condition.AllOf all -> writeConditions(node.putArray("all"), all.conditions());
            case Condition.AnyOf any -> writeConditions(node.putArray("any"), any.conditions());
        }
    }

    private static void writeConditions(ArrayNode array, List<Condition> conditions) {
        conditions.forEach(condition -> writeCondition(array.addObject(), condition));
    }

    private static void writeConsequence(ObjectNode node, Consequence then) {
        switch (then) {
            case Consequence.Require require -> writeDemand(node.putObject("require"), require.demand());
            case Consequence.SameAs same ->
                node.putObject("require")
                        .put("name", same.key().text())
                        .put("same_as", same.other().text());
            case Consequence.Forbid forbid ->
                node.putObject("forbid").put("name", forbid.key().text());
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
        PolicyWriter.putTexts(groups, "categories", categories);
        clouds.forEach(cloud -> groups.putArray(cloud).add("all"));
        for (String type : types) {
            String cloud =
                    TypeCatalogue.cloudOf(new ResourceType(type)).map(Cloud::id).orElse("aws");
            groups.withArrayProperty(cloud).add(type);
        }
    }
}
