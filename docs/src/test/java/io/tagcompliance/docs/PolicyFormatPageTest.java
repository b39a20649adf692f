package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.check.TestPolicy;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.policy.json.PolicySchema;
import io.tagcompliance.policy.json.ValueFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the format of policies is true, and leaves no field out. */
class PolicyFormatPageTest {
    private static final Pattern FIELD = Pattern.compile("\"([a-z_]+)\" : \\{");

    @Test
    void its_example_is_a_good_policy_and_passes_its_own_tests() throws IOException {
        String example = Pages.blocks(page(), "json").getFirst();
        PolicyReading reading = PolicyReader.read(
                example.getBytes(StandardCharsets.UTF_8),
                name -> new ValueFiles.Content.Bytes("CC-1001\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(reading).isInstanceOf(PolicyReading.Accepted.class);
        TagPolicy policy = ((PolicyReading.Accepted) reading).policy();
        assertThat(new TestPolicy(InstantSource.system()).test(policy))
                .isNotEmpty()
                .allMatch(TestPolicy.Result::passed);
    }

    @Test
    void every_field_of_the_schema_stands_in_it() throws IOException {
        String page = page();
        String fields =
                PolicySchema.text().replaceAll("\"(properties|items|propertyNames|additionalProperties)\" : ", "");

        assertThat(FIELD.matcher(fields).results().map(found -> found.group(1)).distinct())
                .filteredOn(name -> !name.startsWith("$") && !fields.contains("\"#/$defs/" + name + "\""))
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(page).contains(name));
    }

    private static String page() throws IOException {
        return Pages.text("docs/policy-format.md");
    }
}
