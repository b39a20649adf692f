package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.NamingRules.SpecialCharacters;
import io.tagcompliance.policy.PolicyHeader;
import io.tagcompliance.policy.PolicyRules;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueList;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads policy files of the versions 1, 2 and 3, and says everything that is wrong with one that it can't use. */
public final class PolicyReader {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 1024 * 1024;

    private static final Set<String> KNOWN = Names.of(
            "version",
            "name",
            "last_updated",
            "scope",
            "allocation_keys",
            "value_lists",
            "required_tags",
            "optional_tags",
            "conditional_tags",
            "prohibited_tags",
            "exemptions",
            "tag_naming_rules",
            "cross_cloud_mappings",
            "tests");
    private static final Set<String> NAMING = Names.of(
            "case_sensitivity",
            "allow_special_characters",
            "max_key_length",
            "max_value_length",
            "reserved_prefixes",
            "severity");

    private final Problems problems = new Problems();
    private final ValueFiles files;

    private PolicyReader(ValueFiles files) {
        this.files = files;
    }

    /** Reads one file that names no others. Never throws, whatever the bytes are. */
    public static PolicyReading read(byte[] file) {
        return read(file, ValueFiles.NONE);
    }

    /** Reads one file, and the lists of values that it names. Never throws, whatever the bytes are. */
    public static PolicyReading read(byte[] file, ValueFiles files) {
        return new PolicyReader(files).reading(file);
    }

    private PolicyReading reading(byte[] file) {
        if (file.length > LARGEST) {
            problems.add("$", "larger than 1 MiB; a policy is a few pages");
            return new PolicyReading.Rejected(problems.found());
        }
        return new StrictJson(problems)
                .read(file)
                .map(this::policy)
                .filter(policy -> problems.found().isEmpty())
                .<PolicyReading>map(PolicyReading.Accepted::new)
                .orElseGet(() -> new PolicyReading.Rejected(problems.found()));
    }

    private TagPolicy policy(JsonNode tree) {
        Fields fields = Fields.of(tree, "$", problems);
        fields.allowOnly(KNOWN);
        PolicyHeader header = header(fields);
        Set<Cloud> scope = scope(fields);
        NamingRules naming = naming(fields);
        PolicyRules rules = rules(fields, scope);
        new RuleConflicts(problems, naming.keyCase()).noteIn(rules);
        Set<String> ids = new LinkedHashSet<>();
        rules.all().forEach(rule -> ids.add(rule.id().text()));
        NAMING.forEach(rule -> ids.add("tag_naming_rules." + rule));
        return new TagPolicy(
                header,
                scope,
                rules,
                naming,
                new ExemptionReader(problems, ids).read(fields),
                new ExampleReader(problems).read(fields),
                terminology(fields));
    }

    private PolicyRules rules(Fields fields, Set<Cloud> scope) {
        Map<String, ValueList> lists = new ValueListReader(files).read(fields);
        RuleParts parts = new RuleParts(problems, scope);
        ValueReader values = new ValueReader(lists);
        RuleReader tags = new RuleReader(problems, parts, values);
        List<TagRule> required = tags.read(fields, "required_tags");
        List<TagRule> optional = tags.read(fields, "optional_tags");
        List<TagRule> all = Stream.concat(required.stream(), optional.stream()).toList();
        return new PolicyRules(
                required,
                optional,
                new ConditionalReader(problems, parts, values, all).read(fields),
                new ProhibitedReader(problems, parts).read(fields),
                allocationKeys(fields, required),
                lists);
    }

    private static List<TagKey> allocationKeys(Fields fields, List<TagRule> required) {
        Set<String> known = new LinkedHashSet<>();
        required.forEach(rule -> known.add(rule.key().text()));
        List<TagKey> keys = new ArrayList<>();
        fields.eachText("allocation_keys", (text, at) -> {
            if (known.contains(text)) {
                keys.add(new TagKey(text));
            } else {
                fields.problemAt(at, "no required tag has this key" + Fields.suggestion(text, known));
            }
        });
        return keys;
    }

    private static PolicyHeader header(Fields fields) {
        String version = fields.requiredText("version", "1.0");
        if (!version.isEmpty() && !version.matches("[123](\\.\\d{1,4}){0,2}")) {
            fields.problem("version", "must be 1, 2 or 3 with a minor version, as in \"1.0\"");
        }
        String lastUpdated = fields.text("last_updated");
        if (!lastUpdated.isEmpty() && !isInstant(lastUpdated)) {
            fields.problem("last_updated", "must be an instant as in \"2026-11-01T00:00:00Z\"");
        }
        return new PolicyHeader(version, fields.text("name"), lastUpdated);
    }

    private static boolean isInstant(String text) {
        try {
            return !Instant.parse(text).equals(Instant.MIN);
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    private Set<Cloud> scope(Fields fields) {
        Set<Cloud> scope = new LinkedHashSet<>();
        fields.eachText("scope", (text, at) -> {
            try {
                scope.add(new Cloud(text));
            } catch (IllegalArgumentException noCloud) {
                problems.add(at, "must name a cloud: aws, azure or gcp");
            }
        });
        return scope;
    }

    private static NamingRules naming(Fields policy) {
        if (!policy.has("tag_naming_rules")) {
            return NamingRules.NONE;
        }
        Fields fields = policy.object("tag_naming_rules");
        fields.allowOnly(NAMING);
        return new NamingRules(
                fields.flag("case_sensitivity", true) ? KeyCase.SENSITIVE : KeyCase.INSENSITIVE,
                fields.flag("allow_special_characters", true) ? SpecialCharacters.ALLOWED : SpecialCharacters.REFUSED,
                fields.atLeast(1, "max_key_length", Integer.MAX_VALUE),
                fields.atLeast(0, "max_value_length", Integer.MAX_VALUE),
                prefixes(fields),
                RuleParts.severity(fields));
    }

    private static List<String> prefixes(Fields naming) {
        List<String> prefixes = naming.texts("reserved_prefixes");
        if (prefixes.contains("")) {
            naming.problem("reserved_prefixes", "an empty prefix would refuse every key; take it out");
        }
        return prefixes;
    }

    private static Map<Cloud, String> terminology(Fields policy) {
        Map<Cloud, String> words = new LinkedHashMap<>();
        if (policy.has("cross_cloud_mappings")) {
            Fields mappings = policy.object("cross_cloud_mappings");
            mappings.allowOnly(Names.of("terminology"));
            if (mappings.has("terminology")) {
                Fields terminology = mappings.object("terminology");
                CloudNames.each(terminology, cloud -> words.put(cloud, terminology.text(cloud.id())));
            }
        }
        return words;
    }
}
