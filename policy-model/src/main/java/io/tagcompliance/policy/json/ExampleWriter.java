package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.PolicyExample;
import io.tagcompliance.policy.PolicyExample.Age;
import io.tagcompliance.policy.PolicyExample.Day;
import io.tagcompliance.policy.PolicyExample.Expectation;
import io.tagcompliance.policy.PolicyExample.Specimen;
import io.tagcompliance.policy.RuleWords;
import java.util.List;

/** Writes the cases that the author of a policy wrote down. */
final class ExampleWriter {
    private ExampleWriter() {}

    static void write(ObjectNode file, List<PolicyExample> examples) {
        if (!examples.isEmpty()) {
            ArrayNode array = file.putArray("tests");
            examples.forEach(example -> write(array.addObject(), example));
        }
    }

    private static void write(ObjectNode node, PolicyExample example) {
        node.put("name", example.name());
        write(node, example.specimen());
        ObjectNode tags = node.putObject("tags");
        example.tags().forEach(tags::put);
        if (example.day() instanceof Day.On on) {
            node.put("on", on.date().toString());
        }
        switch (example.expected()) {
            case Expectation.Verdict verdict ->
                node.put("expect", verdict.outcome().label());
            case Expectation.Violations violations -> {
                ArrayNode issues = node.putArray("expect");
                violations.issues().forEach(issues::add);
            }
        }
    }

    private static void write(ObjectNode node, Specimen specimen) {
        Place place = specimen.place();
        node.put("cloud", specimen.cloud().id());
        node.put("resource_type", specimen.type().name());
        PolicyWriter.putText(node, "resource_id", specimen.id());
        PolicyWriter.putText(node, "account", place.account());
        PolicyWriter.putText(node, "region", place.region());
        PolicyWriter.putText(node, "resource_group", place.resourceGroup());
        PolicyWriter.putText(node, "resource_name", place.name());
        if (specimen.age() instanceof Age.Of age) {
            node.put("age", RuleWords.of(age.since()));
        }
    }
}
