package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.PolicyExample;
import io.tagcompliance.policy.PolicyExample.Age;
import io.tagcompliance.policy.PolicyExample.Day;
import io.tagcompliance.policy.PolicyExample.Expectation;
import io.tagcompliance.policy.PolicyExample.Outcome;
import io.tagcompliance.policy.PolicyExample.Specimen;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code tests}: cases that the author of a policy wrote down. */
final class ExampleReader {
    private static final Set<String> KNOWN = Names.of(
            "name",
            "resource_type",
            "tags",
            "expect",
            "cloud",
            "resource_id",
            "account",
            "region",
            "resource_group",
            "resource_name",
            "age",
            "on");

    private final Problems problems;

    ExampleReader(Problems problems) {
        this.problems = problems;
    }

    List<PolicyExample> read(Fields policy) {
        List<PolicyExample> examples = new ArrayList<>();
        policy.each("tests", (node, at) -> example(node, at).ifPresent(examples::add));
        return examples;
    }

    private Optional<PolicyExample> example(JsonNode node, String path) {
        Fields fields = Fields.of(node, path, problems);
        fields.allowOnly(KNOWN);
        String name = fields.requiredText("name", "a tidy production database");
        Map<String, String> tags = tags(fields);
        Optional<Specimen> specimen = specimen(fields);
        Optional<Expectation> expected = expected(fields);
        Day day = fields.has("on") ? fields.date("on").<Day>map(Day.On::new).orElse(Day.TODAY) : Day.TODAY;
        return specimen.flatMap(one -> expected.map(what -> new PolicyExample(name, one, tags, day, what)));
    }

    private static Map<String, String> tags(Fields example) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (!example.has("tags")) {
            example.problem("tags", "missing; write {} for a resource without tags");
            return tags;
        }
        Fields fields = example.object("tags");
        fields.names().forEach(key -> tags.put(key, fields.text(key)));
        return tags;
    }

    private static Optional<Specimen> specimen(Fields fields) {
        String type = fields.requiredText("resource_type", "ec2:instance");
        if (type.length() > 200) {
            fields.problem("resource_type", "longer than 200 characters");
        }
        if (type.isEmpty() || type.length() > 200) {
            return Optional.empty();
        }
        ResourceType known = TypeCatalogue.canonical(new ResourceType(type));
        Place place = new Place(
                fields.text("account"),
                fields.text("region"),
                fields.text("resource_group"),
                fields.text("resource_name"));
        Age age = fields.has("age") ? new Age.Of(fields.period("age")) : Age.UNKNOWN;
        return cloud(fields, known).map(cloud -> new Specimen(cloud, known, fields.text("resource_id"), place, age));
    }

    private static Optional<Cloud> cloud(Fields fields, ResourceType type) {
        String given = fields.text("cloud");
        if (!given.isEmpty()) {
            if (!Cloud.isName(given)) {
                fields.problem("cloud", "must name a cloud: aws, azure or gcp");
                return Optional.empty();
            }
            return Optional.of(new Cloud(given));
        }
        Optional<Cloud> known = TypeCatalogue.cloudOf(type);
        if (known.isEmpty()) {
            Set<String> names = new TreeSet<>();
            TypeCatalogue.types().forEach(one -> names.add(one.name()));
            fields.problem(
                    "resource_type",
                    "is not in the catalogue" + Fields.suggestionIfNear(type.name(), names)
                            + "; for a type of your own, name its cloud too");
        }
        return known;
    }

    private Optional<Expectation> expected(Fields fields) {
        if (!fields.has("expect")) {
            fields.problem(
                    "expect", "missing; write \"compliant\", or a list of violations as in [\"Owner:invalid_format\"]");
            return Optional.empty();
        }
        if (!fields.node("expect").isTextual()) {
            return Optional.of(new Expectation.Violations(issues(fields)));
        }
        String text = fields.text("expect");
        Optional<Expectation> verdict = Outcome.named(text).map(Expectation.Verdict::new);
        if (verdict.isEmpty()) {
            Set<String> labels = Names.of(Outcome.labels().toArray(String[]::new));
            fields.problem("expect", "no verdict" + Fields.suggestion(text, labels));
        }
        return verdict;
    }

    private static Set<String> issues(Fields fields) {
        Set<String> issues = new LinkedHashSet<>();
        fields.eachText("expect", (text, at) -> {
            if (!text.matches("(?s).+:[a-z_]+")) {
                fields.problemAt(at, "must be of the form key:issue, as in \"Owner:missing_required_tag\"");
            }
            issues.add(text);
        });
        return issues;
    }
}
