package io.tagcompliance.benchmarks;

import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.nio.charset.StandardCharsets;

/** The policy that is measured with: five required keys with lists and patterns, two optional ones, and one condition. */
final class EightRules {
    private static final String TEXT = """
            {"version": "3.0",
             "required_tags": [
               {"id": "cost", "name": "CostCenter", "pattern": "CC-[0-9]{4}"},
               {"id": "owner", "name": "Owner", "pattern": "[a-z0-9-]+@quillmere\\\\.example"},
               {"id": "environment", "name": "Environment",
                "allowed_values": ["production", "staging", "development", "test", "sandbox"]},
               {"id": "class", "name": "DataClass", "applies_to": ["rds:db", "s3:bucket", "ec2:volume"],
                "allowed_values": ["public", "internal", "confidential", "restricted"]},
               {"id": "project", "name": "Project", "severity": "warning"}],
             "optional_tags": [
               {"id": "creator", "name": "CreatedBy", "allowed_values": ["terraform", "cloudformation", "cdk"],
                "severity": "warning"},
               {"id": "version", "name": "Version", "pattern": "v[0-9]+\\\\.[0-9]+"}],
             "conditional_tags": [
               {"id": "restricted", "when": {"tag": "DataClass", "in": ["restricted"]},
                "require": {"name": "Environment", "allowed_values": ["production", "staging"]}}],
             "tag_naming_rules": {"case_sensitivity": true}}""";

    private EightRules() {}

    static TagPolicy policy() {
        return switch (PolicyReader.read(TEXT.getBytes(StandardCharsets.UTF_8))) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Rejected rejected -> throw new IllegalStateException(rejected.toString());
        };
    }

    static CompiledPolicy compiled() {
        return CompiledPolicy.of(policy());
    }
}
