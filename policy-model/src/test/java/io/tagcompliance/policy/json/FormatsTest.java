package io.tagcompliance.policy.json;

import static io.tagcompliance.policy.json.PolicyFiles.accepted;
import static io.tagcompliance.policy.json.PolicyFiles.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.CloudOverride;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.Leniency;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.PolicyHeader;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.RuleScope;
import io.tagcompliance.policy.RuleText;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The three files that define the formats. */
class FormatsTest {
    private final TagPolicy phase1 = accepted(PolicyReader.read(bytes("phase-1.json")));
    private final TagPolicy version2 = accepted(PolicyReader.read(bytes("version-2.json")));

    @Test
    void reads_a_phase_1_file_as_it_is() {
        assertThat(phase1.header()).isEqualTo(new PolicyHeader("1.0", "", "2024-12-01T10:00:00Z"));
        assertThat(phase1.scope()).isEmpty();
        assertThat(phase1.terminology()).isEmpty();
        assertThat(keys(phase1.required())).containsExactly("CostCenter", "Owner", "Environment");
        assertThat(keys(phase1.optional())).containsExactly("Project", "Compliance");
        assertThat(phase1.naming())
                .isEqualTo(new NamingRules(
                        NamingRules.KeyCase.INSENSITIVE,
                        NamingRules.SpecialCharacters.REFUSED,
                        128,
                        256,
                        List.of(),
                        Severity.ERROR));
    }

    @Test
    void reads_every_field_of_a_phase_1_rule() {
        assertThat(phase1.required().getFirst())
                .isEqualTo(new TagRule(
                        new RuleId("required_tags.CostCenter"),
                        Demand.of(
                                new TagKey("CostCenter"),
                                List.of(
                                        oneOf(ValueCase.EXACT, "Engineering", "Marketing", "Sales", "Operations"),
                                        new ValueRule.Matches("^[A-Z][a-z]+$", ValueCase.EXACT))),
                        Map.of(),
                        new RuleScope(
                                types("ec2:instance", "rds:db", "s3:bucket", "lambda:function"), PlaceScope.ANYWHERE),
                        Leniency.NONE,
                        Severity.ERROR,
                        new RuleText("Department or team for cost allocation", "", "")));
        assertThat(phase1.required().get(2).scope()).isEqualTo(RuleScope.EVERYTHING);
        assertThat(phase1.optional().getFirst().values()).isEmpty();
        assertThat(phase1.optional().get(1).demand().allowedValues())
                .extracting(AllowedValue::text)
                .containsExactly("PCI-DSS", "HIPAA", "SOC2", "None");
    }

    @Test
    void reads_a_version_2_file_as_it_is() {
        assertThat(version2.header()).isEqualTo(new PolicyHeader("2.0", "", "2024-12-15T10:00:00Z"));
        assertThat(version2.scope()).containsExactly(Cloud.AWS, Cloud.AZURE, Cloud.GCP);
        assertThat(version2.terminology())
                .containsExactly(
                        Map.entry(Cloud.AWS, "tags"), Map.entry(Cloud.AZURE, "tags"), Map.entry(Cloud.GCP, "labels"));
        assertThat(version2.naming().reservedPrefixes()).containsExactly("aws:", "azure:", "gcp:");
        assertThat(keys(version2.optional())).containsExactly("Project");
    }

    @Test
    void reads_types_by_cloud_notes_and_enforcement_of_a_version_2_rule() {
        TagRule costCenter = version2.required().getFirst();
        TagRule environment = version2.required().get(1);

        assertThat(costCenter.scope().types())
                .isEqualTo(types(
                        "ec2:instance",
                        "rds:db",
                        "s3:bucket",
                        "Microsoft.Compute/virtualMachines",
                        "Microsoft.Storage/storageAccounts",
                        "compute.instances",
                        "storage.buckets"));
        assertThat(costCenter.overrides())
                .containsExactly(
                        Map.entry(
                                Cloud.AZURE,
                                new CloudOverride(costCenter.demand(), "Azure tag names are case-insensitive")),
                        Map.entry(Cloud.GCP, new CloudOverride(costCenter.demand(), "labels")));
        assertThat(environment.values())
                .containsExactly(oneOf(ValueCase.LOWERCASE_ADVISED, "production", "staging", "development", "testing"));
    }

    @Test
    void reads_category_and_severity_as_the_full_format_has_them() {
        TagPolicy policy = PolicyFiles.withRule("\"severity\":\"warning\",\"pattern\":\"[a-z]+\","
                + "\"applies_to\":{\"categories\":[\"compute_instance\",\"Relational_DB\"]}");

        TagRule owner = policy.required().getFirst();
        assertThat(owner.severity()).isEqualTo(Severity.WARNING);
        assertThat(owner.values()).containsExactly(new ValueRule.Matches("[a-z]+", ValueCase.EXACT));
        assertThat(owner.scope().types().covers(Cloud.GCP, new ResourceType("COMPUTE.instances")))
                .isTrue();
        assertThat(owner.scope().types().covers(Cloud.AWS, new ResourceType("rds:cluster")))
                .isTrue();
        assertThat(owner.scope().types().covers(Cloud.AWS, new ResourceType("sqs:queue")))
                .isFalse();
    }

    private static List<String> keys(List<TagRule> rules) {
        return rules.stream().map(rule -> rule.key().text()).toList();
    }

    private static ValueRule oneOf(ValueCase valueCase, String... values) {
        return new ValueRule.OneOf(Stream.of(values).map(AllowedValue::new).toList(), valueCase);
    }

    private static AppliesTo types(String... names) {
        return new AppliesTo.Selected(Stream.of(names)
                .map(name -> new AppliesTo.OfType(new ResourceType(name)))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
