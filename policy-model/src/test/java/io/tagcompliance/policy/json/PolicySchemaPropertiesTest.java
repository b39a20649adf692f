package io.tagcompliance.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.PolicyExample;
import io.tagcompliance.policy.PolicyHeader;
import io.tagcompliance.policy.PolicyRules;
import io.tagcompliance.policy.TagPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The schema and the reader draw the same line, as far as a schema can draw it. */
class PolicySchemaPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(PolicySchema.text(), InputFormat.JSON);

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatever_the_reader_accepts_fits_the_schema(@ForAll("policies") TagPolicy policy) {
        assertThat(complaints(PolicyWriter.write(policy))).isEmpty();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_does_not_fit_the_schema_is_refused_and_what_is_refused_for_its_form_does_not_fit(
            @ForAll("policies") TagPolicy policy, @ForAll long seed) throws JsonProcessingException {
        JsonNode file = JSON.readTree(PolicyWriter.write(policy));
        spoil(file, new Random(seed));
        String text = file.toString();
        boolean fits = complaints(text).isEmpty();
        boolean accepted = PolicyReader.read(text.getBytes(StandardCharsets.UTF_8)) instanceof PolicyReading.Accepted;

        if (accepted) {
            assertThat(complaints(text)).as(text).isEmpty();
        }
        if (fits && !accepted) {
            assertThat(PolicyFiles.problems(PolicyReader.read(text.getBytes(StandardCharsets.UTF_8))))
                    .as(text)
                    .allMatch(PolicySchemaPropertiesTest::isAboutMeaning);
        }
    }

    /** What no schema says: where names lead, what compiles, what ties, which days there are. */
    private static boolean isAboutMeaning(String problem) {
        return List.of(
                                "no such list",
                                "no rule has this id",
                                "no required tag has this key",
                                "another rule has the id",
                                "another exemption has this id",
                                "a rule for this key stands at",
                                "is the key of the rule",
                                "is the key itself",
                                "stands here twice",
                                "can't be compiled",
                                "must be a day",
                                "must be an instant",
                                "belong to allowed values",
                                "stands beside allowed_values",
                                "keep one of them",
                                "keep one of file and values",
                                "missing or empty; write \"values\"",
                                "neither a type like",
                                "no category",
                                "is a type of",
                                "no type of this category",
                                "is not in the catalogue",
                                "says how values are compared",
                                "the other tag says",
                                "stands for every rule",
                                "is empty; leave it out",
                                "is taken: 'all'",
                                "would exempt every resource",
                                "a value with a * stands for many",
                                "nested more than 8 deep",
                                "lists of values in files")
                        .stream()
                        .anyMatch(problem::contains)
                || (problem.contains("unknown field")
                        && (problem.contains(".applies_to.") || problem.contains(".synonyms.")));
    }

    @Example
    void the_files_that_define_the_formats_fit() {
        for (String name : List.of("phase-1.json", "version-2.json", "full.json")) {
            assertThat(complaints(new String(PolicyFiles.bytes(name), StandardCharsets.UTF_8)))
                    .as(name)
                    .isEmpty();
        }
    }

    private static List<String> complaints(String text) {
        return SCHEMA.validate(text, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** Changes one place: takes it away, or puts something of another kind or an unlikely text there. */
    private static void spoil(JsonNode file, Random random) {
        List<Runnable> changes = new ArrayList<>();
        collect(file, changes, random);
        changes.get(random.nextInt(changes.size())).run();
    }

    private static void collect(JsonNode node, List<Runnable> changes, Random random) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                changes.add(() -> object.remove(name));
                changes.add(() -> object.set(name, something(random)));
                collect(object.get(name), changes, random);
            });
            changes.add(() -> object.set("unheard_of", something(random)));
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                int here = at;
                changes.add(() -> array.set(here, something(random)));
                collect(array.get(at), changes, random);
            }
            changes.add(() -> array.add(something(random)));
        }
    }

    private static JsonNode something(Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(random.nextBoolean());
            case 2 -> json.numberNode(random.nextInt(-2, 3));
            case 3 -> json.textNode("");
            case 4 -> json.textNode(" ");
            case 5 -> json.textNode("a*b*c");
            case 6 -> json.arrayNode();
            case 7 -> json.objectNode();
            default -> json.textNode("some text");
        };
    }

    @Provide
    Arbitrary<TagPolicy> policies() {
        return Combinators.combine(PolicyParts.rules(), PolicyParts.exemptions(), PolicyParts.examples())
                .as(PolicySchemaPropertiesTest::policy);
    }

    private static TagPolicy policy(PolicyRules rules, List<Exemption> exemptions, List<PolicyExample> examples) {
        return new TagPolicy(
                new PolicyHeader("3.0", "name", "2026-11-01T00:00:00Z"),
                Set.of(PolicyParts.OWN, Cloud.AWS, Cloud.AZURE, Cloud.GCP),
                rules,
                NamingRules.NONE,
                exemptions,
                examples,
                Map.of(Cloud.AWS, "tags"));
    }
}
