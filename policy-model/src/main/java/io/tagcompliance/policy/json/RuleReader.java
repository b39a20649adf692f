package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.CloudOverride;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.Leniency;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the rules of {@code required_tags} and {@code optional_tags}: the two have the same fields. */
final class RuleReader {
    private static final Set<String> KNOWN = Names.of(
            Names.of("name", "aliases"),
            ValueReader.KNOWN,
            Names.of("grace", "inherit_from", "cloud_specific"),
            RuleParts.KNOWN);
    private static final Set<String> OVERRIDE = Names.of(Names.of("note", "name", "aliases"), ValueReader.KNOWN);

    private final Problems problems;
    private final RuleParts parts;
    private final ValueReader values;

    RuleReader(Problems problems, RuleParts parts, ValueReader values) {
        this.problems = problems;
        this.parts = parts;
        this.values = values;
    }

    List<TagRule> read(Fields policy, String list) {
        List<TagRule> rules = new ArrayList<>();
        policy.eachOfAtMost(RuleParts.MOST_RULES, list, (node, at) -> rules.add(rule(node, at, list)));
        return rules;
    }

    private TagRule rule(JsonNode node, String path, String list) {
        Fields fields = Fields.of(node, path, problems);
        fields.allowOnly(KNOWN);
        String name = fields.requiredText("name", "CostCenter");
        TagKey key = new TagKey(name.isEmpty() ? path : name);
        Demand demand = new Demand(key, aliases(fields, key), values.read(fields));
        return new TagRule(
                RuleParts.id(fields, list, key.text()),
                demand,
                overrides(fields, demand),
                parts.scope(fields),
                leniency(fields),
                RuleParts.severity(fields),
                RuleParts.text(fields));
    }

    private static List<TagKey> aliases(Fields fields, TagKey key) {
        Map<String, TagKey> aliases = new LinkedHashMap<>();
        fields.eachText("aliases", (text, at) -> {
            if (text.isBlank()) {
                fields.problemAt(at, "is blank");
            } else if (text.equals(key.text())) {
                fields.problemAt(at, "is the key itself");
            } else if (aliases.put(new TagKey(text).folded(), new TagKey(text)) != null) {
                fields.problemAt(at, "stands here twice; case doesn't matter");
            }
        });
        return List.copyOf(aliases.values());
    }

    private static Leniency leniency(Fields fields) {
        Set<Parent> parents = new LinkedHashSet<>();
        fields.eachText("inherit_from", (text, at) -> {
            switch (text) {
                case "account" -> parents.add(Parent.ACCOUNT);
                case "resource_group" -> parents.add(Parent.RESOURCE_GROUP);
                default -> fields.problemAt(at, "must be \"account\" or \"resource_group\"");
            }
        });
        return new Leniency(fields.period("grace"), List.copyOf(parents));
    }

    private Map<Cloud, CloudOverride> overrides(Fields rule, Demand general) {
        Map<Cloud, CloudOverride> overrides = new LinkedHashMap<>();
        if (rule.has("cloud_specific")) {
            Fields clouds = rule.object("cloud_specific");
            CloudNames.each(clouds, cloud -> overrides.put(cloud, override(clouds.object(cloud.id()), general)));
        }
        return overrides;
    }

    /** What is not said for the cloud stays as it is; whatever is said of the value replaces all that the rule says of it. */
    private CloudOverride override(Fields fields, Demand general) {
        fields.allowOnly(OVERRIDE);
        String name = fields.has("name") ? fields.requiredText("name", "cost-center") : "";
        TagKey key = name.isEmpty() ? general.key() : new TagKey(name);
        if (!ValueReader.saysSomething(fields) && (fields.has("enforcement") || fields.has("synonyms"))) {
            fields.problemHere(
                    "says how values are compared and not which; repeat the allowed values or the pattern here");
        }
        List<ValueRule> demanded = ValueReader.saysSomething(fields) ? values.read(fields) : general.values();
        List<TagKey> aliases = fields.has("aliases") ? aliases(fields, key) : without(key, general.aliases());
        return new CloudOverride(new Demand(key, aliases, demanded), fields.text("note"));
    }

    /** What is an alias elsewhere may be the very key here. */
    private static List<TagKey> without(TagKey key, List<TagKey> aliases) {
        return aliases.stream()
                .filter(alias -> !alias.folded().equals(key.folded()))
                .toList();
    }
}
