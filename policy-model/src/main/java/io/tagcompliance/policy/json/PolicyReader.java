package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.NamingRules.SpecialCharacters;
import io.tagcompliance.policy.PolicyHeader;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads policy files of the versions 1, 2 and 3, and says everything that is wrong with one that it can't use. */
public final class PolicyReader {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 1024 * 1024;

    private static final Set<String> KNOWN = Names.of(
            "version",
            "name",
            "last_updated",
            "scope",
            "required_tags",
            "optional_tags",
            "tag_naming_rules",
            "cross_cloud_mappings");
    private static final Set<String> NOT_YET =
            Names.of("allocation_keys", "value_lists", "conditional_tags", "prohibited_tags", "exemptions", "tests");
    private static final Set<String> NAMING = Names.of(
            "case_sensitivity", "allow_special_characters", "max_key_length", "max_value_length", "reserved_prefixes");

    private final Problems problems = new Problems();

    private PolicyReader() {}

    /** Reads one file. Never throws, whatever the bytes are. */
    public static PolicyReading read(byte[] file) {
        return new PolicyReader().reading(file);
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
        fields.allowOnly(KNOWN, NOT_YET);
        PolicyHeader header = header(fields);
        Set<Cloud> scope = scope(fields);
        NamingRules naming = naming(fields);
        RuleReader rules = new RuleReader(problems, scope);
        List<TagRule> required = rules.read(fields, "required_tags");
        List<TagRule> optional = rules.read(fields, "optional_tags");
        RuleConflicts conflicts = new RuleConflicts(problems, naming.keyCase());
        conflicts.noteIn("$.required_tags", required);
        conflicts.noteIn("$.optional_tags", optional);
        conflicts.noteRepeatedIds(required, optional);
        return new TagPolicy(header, scope, required, optional, naming, terminology(fields));
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
        fields.allowOnly(NAMING, Set.of());
        return new NamingRules(
                fields.flag("case_sensitivity", true) ? KeyCase.SENSITIVE : KeyCase.INSENSITIVE,
                fields.flag("allow_special_characters", true) ? SpecialCharacters.ALLOWED : SpecialCharacters.REFUSED,
                fields.atLeast(1, "max_key_length", Integer.MAX_VALUE),
                fields.atLeast(0, "max_value_length", Integer.MAX_VALUE),
                prefixes(fields));
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
            mappings.allowOnly(Names.of("terminology"), Set.of());
            if (mappings.has("terminology")) {
                Fields terminology = mappings.object("terminology");
                CloudNames.each(terminology, cloud -> words.put(cloud, terminology.text(cloud.id())));
            }
        }
        return words;
    }
}
