package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.server.cli.CommandLines;
import io.tagcompliance.server.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about estate files says of accounts and resource groups is so. */
class EstateFilesPageTest {
    private static final String POLICY = """
            {"version":"3.0","required_tags":[
              {"name":"Owner","applies_to":["sqs:queue"],"inherit_from":["account","resource_group"]}]}""";

    @TempDir
    private Path directory;

    @Test
    void from_an_account_that_is_a_record_of_the_file_a_key_is_inherited_and_from_no_other() throws IOException {
        String example = Pages.blocks(Pages.text("docs/estate-files.md"), "json").stream()
                .filter(block -> block.contains("organizations:account"))
                .findFirst()
                .orElseThrow();

        assertThat(check(example)).contains("2 resources: 1 comply, 0 do not");
        assertThat(check(example.lines().skip(1).findFirst().orElseThrow())).contains("1 resource: 0 comply, 1 do not");
    }

    @Test
    void a_stack_is_found_by_its_name() throws IOException {
        assertThat(check("""
                        {"resource_id":"arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/0a1b","name":"shop",\
                        "resource_type":"cloudformation:stack","tags":{"Owner":"team-a"}}
                        {"resource_id":"arn:aws:sqs:eu-west-1:123456789012:orders","resource_group":"shop",\
                        "resource_type":"sqs:queue","tags":{}}
                        """)).contains("2 resources: 1 comply, 0 do not");
    }

    @Test
    void every_type_that_others_inherit_from_is_named() throws IOException {
        String page = Pages.text("docs/estate-files.md");

        for (Category category : new Category[] {Category.ACCOUNT, Category.RESOURCE_GROUP}) {
            assertThat(TypeCatalogue.typesOf(category))
                    .isNotEmpty()
                    .allSatisfy(type -> assertThat(page).containsIgnoringCase("| `" + type.name() + "` |"));
        }
    }

    private String check(String estate) throws IOException {
        Files.writeString(directory.resolve("policy.json"), POLICY);
        Files.writeString(directory.resolve("estate.jsonl"), estate);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
        CommandLines.of(console, Map.of("HOME", directory.toString()), directory)
                .run(new String[] {"check", "--estate", "estate.jsonl", "--policy", "policy.json"});
        return out.toString(StandardCharsets.UTF_8);
    }
}
