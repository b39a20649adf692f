package io.tagcompliance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which an estate file can be wrong, with the very line that its owner reads. */
class WrongEstateFilesTest {
    private static final String ID = "\"resource_id\":\"arn:aws:sqs:eu-west-1:123456789012:q\"";
    private static final String QUEUE = ID + ",\"resource_type\":\"sqs:queue\"";
    private static final String ROW = "arn:aws:sqs:eu-west-1:123456789012:q,sqs:queue";

    @TempDir
    private Path directory;

    @Test
    void refuses_a_file_that_is_missing() {
        assertThat(problemOf(directory.resolve("none.csv")))
                .isEqualTo("none.csv: there is no such file; check the path");
    }

    @Test
    void refuses_a_directory() {
        assertThat(problemOf(directory)).endsWith(": is a directory; name a file");
    }

    /** It is looked at before it is read, and a pipe gives its bytes once. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void refuses_what_is_no_file() {
        assertThat(problemOf(Path.of("/dev/null"))).startsWith("null: is a pipe or a device");
    }

    @Test
    void refuses_an_empty_file() throws IOException {
        assertThat(problemOf(bytes("estate.csv", " \n"))).isEqualTo("estate.csv: is empty; export the estate again");
    }

    @Test
    void refuses_a_header_alone() throws IOException {
        assertThat(csv("resource_id,resource_type"))
                .isEqualTo("estate.csv: holds no resource; write one record a line");
    }

    @Test
    void refuses_other_kinds_of_file_by_their_first_bytes() throws IOException {
        assertThat(problemOf(bytes("a.jsonl", "\u001F\u008B\b")))
                .isEqualTo("a.jsonl: is compressed; unpack it with gunzip");
        assertThat(problemOf(bytes("a.csv", "PK\u0003\u0004x")))
                .isEqualTo("a.csv: is a spreadsheet or an archive; save it as CSV in UTF-8");
        assertThat(problemOf(bytes("b.csv", "\u00FF\u00FEr\0"))).isEqualTo("b.csv: is in UTF-16; save it as UTF-8");
    }

    @Test
    void refuses_bytes_that_are_not_utf8() throws IOException {
        assertThat(problemOf(bytes("estate.jsonl", "{" + QUEUE + "}\n{\"name\":\"Z\u00FCrich\"}\n")))
                .isEqualTo("estate.jsonl, line 2: not in UTF-8; save the file as UTF-8");
        assertThat(problemOf(bytes("estate.csv", "resource_id,name\na,Z\u00FCrich\n")))
                .isEqualTo("estate.csv, line 2: not in UTF-8; save the file as UTF-8");
    }

    @Test
    void refuses_a_line_without_end() throws IOException {
        assertThat(json("{\"name\":\"" + "x".repeat(Utf8Lines.LONGEST) + "\"}"))
                .isEqualTo("estate.jsonl, line 1: longer than 1048576 bytes; write one record a line");
    }

    @Test
    void refuses_an_open_quote_before_it_swallows_the_file() throws IOException {
        assertThat(csv("resource_id,resource_type", "\"" + (ROW + "\n").repeat(30_000)))
                .startsWith("estate.csv, line ")
                .endsWith(": a record longer than a line may be ends here; look for an open quote before");
        assertThat(csv("resource_id,resource_type", "\"" + ROW))
                .isEqualTo("estate.csv, line 2: quotes that don't fit together; put \"\" for a quote"
                        + " inside a quoted cell");
    }

    @Test
    void refuses_what_is_no_json() throws IOException {
        assertThat(json("{" + QUEUE))
                .isEqualTo("estate.jsonl, line 1: no JSON: it ends before the object is closed;"
                        + " write one JSON object a line");
        assertThat(json("[{" + QUEUE + "}]"))
                .isEqualTo("estate.jsonl, line 1: a JSON list; write one object a line,"
                        + " without brackets around and commas between them");
        assertThat(json("7")).isEqualTo("estate.jsonl, line 1: no JSON object; write one a line");
        assertThat(json("{" + QUEUE + "} {}"))
                .isEqualTo("estate.jsonl, line 1: something follows the object; write one JSON object a line");
    }

    @Test
    void refuses_deep_nesting_long_texts_and_double_keys() throws IOException {
        assertThat(json("{\"tags\":" + "[".repeat(100_000)))
                .isEqualTo("estate.jsonl, line 1: tags is no object; write one like {\"Owner\":\"team-a\"}");
        assertThat(json("{\"name\":\"" + "x".repeat(70_000) + "\"}"))
                .startsWith("estate.jsonl, line 1: no JSON: a text is longer than 65536 characters");
        assertThat(json("{" + QUEUE + ",\"tags\":{\"a\":null,\"a\":\"1\"}}"))
                .isEqualTo("estate.jsonl, line 1: no JSON: a name stands twice in one object, at character 103;"
                        + " write one JSON object a line");
        assertThat(json("{" + QUEUE + ",\"Region\":\"x\",\"region\":\"y\"}"))
                .isEqualTo("estate.jsonl, line 1: region stands twice in one object; write it once");
    }

    @Test
    void refuses_half_characters() throws IOException {
        assertThat(json("{" + QUEUE + ",\"tags\":{\"a\":\"\\ud800\"}}"))
                .isEqualTo(
                        "estate.jsonl, line 1: half a character (a lone \\uD800 to \\uDFFF); write characters whole");
    }

    @Test
    void refuses_unknown_fields_and_offers_the_nearest() throws IOException {
        assertThat(json("{\"regoin\":\"x\"}"))
                .isEqualTo("estate.jsonl, line 1: unknown field \"regoin\"; did you mean region?");
        assertThat(csv("arn,type")).isEqualTo("estate.csv, line 1: unknown column \"arn\"; did you mean resource_id?");
        assertThat(csv("resource_id,\u202Ecolour"))
                .isEqualTo("estate.csv, line 1: unknown column \"\\u{202E}colour\"; known are cloud, resource_id,"
                        + " resource_type, account_id, region, name, resource_group, created_at, tags, tags_unknown,"
                        + " gap and, in CSV, tag:KEY");
    }

    @Test
    void refuses_a_file_without_a_header() throws IOException {
        assertThat(csv(ROW))
                .startsWith("estate.csv, line 1: unknown column \"arn:aws:sqs:eu-west-1:123456789012:q\"; known are");
        assertThat(csv("name,region"))
                .isEqualTo("estate.csv, line 1: no header with a column resource_id; the first line names the columns");
    }

    @Test
    void refuses_headers_that_are_ambiguous() throws IOException {
        assertThat(csv("resource_id,tag:a,tag:a"))
                .isEqualTo("estate.csv, line 1: the column \"tag:a\" stands twice in the header; keep one of them");
        assertThat(csv("resource_id;resource_type"))
                .isEqualTo("estate.csv, line 1: the columns are not separated by commas;"
                        + " save the file as CSV with commas");
    }

    @Test
    void refuses_rows_that_do_not_fit_the_header() throws IOException {
        assertThat(csv("resource_id,resource_type", ROW + ",x"))
                .isEqualTo("estate.csv, line 2: 3 cells under a header of 2; put cells with commas in quotes");
        assertThat(csv("resource_id,resource_type,tags,tag:a", ROW + ",\"{\"\"a\"\":\"\"\"\"}\",1"))
                .isEqualTo("estate.csv, line 2: the tag \"a\" stands in tags and in a column of its own; keep one");
    }

    @Test
    void counts_lines_through_cells_of_several_lines() throws IOException {
        assertThat(csv("resource_id,resource_type,name", ROW + ",\"two\nlines\"", "", "i-1,ec2:instance,"))
                .isEqualTo(
                        "estate.csv, line 5: resource_id \"i-1\": not a full identifier: an ARN, an Azure resource id"
                                + " or a Google Cloud full resource name");
    }

    @Test
    void refuses_records_that_lack_something() throws IOException {
        assertThat(json("{\"name\":\"x\"}"))
                .isEqualTo(
                        "estate.jsonl, line 1: no resource_id; give the full identifier, or a reason in gap where this"
                                + " is a part of the estate that could not be read");
        assertThat(json("{" + ID + "}"))
                .isEqualTo(
                        "estate.jsonl, line 1: no resource_type; name it in its cloud's spelling, like ec2:instance");
        assertThat(json("{\"resource_id\":\"arn:aws:s3:::b\",\"resource_type\":\"s3:bucket\"}"))
                .isEqualTo("estate.jsonl, line 1: no account_id, and resource_id names none; give the account,"
                        + " subscription or project");
    }

    @Test
    void refuses_records_that_contradict_themselves() throws IOException {
        assertThat(json("{" + QUEUE + ",\"cloud\":\"azure\"}"))
                .isEqualTo("estate.jsonl, line 1: cloud says azure, the form of resource_id says aws; correct one");
        assertThat(json("{" + ID + ",\"resource_type\":\"compute.disks\"}"))
                .isEqualTo("estate.jsonl, line 1: resource_type compute.disks belongs to gcp,"
                        + " resource_id to aws; correct one");
        assertThat(json("{" + QUEUE + ",\"account_id\":\"999999999999\"}"))
                .isEqualTo("estate.jsonl, line 1: account_id and the account in resource_id differ; correct one");
        assertThat(json("{" + QUEUE + ",\"tags\":{\"a\":\"b\"},\"tags_unknown\":\"throttled\"}"))
                .isEqualTo("estate.jsonl, line 1: tags, and a reason in tags_unknown why there are none;"
                        + " keep one of them");
    }

    @Test
    void refuses_account_ids_that_a_spreadsheet_cut() throws IOException {
        assertThat(json("{" + QUEUE + ",\"account_id\":12345678901}"))
                .isEqualTo(
                        "estate.jsonl, line 1: account_id \"12345678901\" has not 12 digits; a spreadsheet cuts leading"
                                + " zeros off: format the column as text");
    }

    @Test
    void refuses_values_of_the_wrong_form() throws IOException {
        assertThat(json("{" + QUEUE + ",\"created_at\":\"31.3.2026\"}"))
                .isEqualTo("estate.jsonl, line 1: created_at \"31.3.2026\" is not a time"
                        + " like 2026-03-31T09:30:00Z or 2026-03-31");
        assertThat(json("{" + QUEUE + ",\"region\":{}}"))
                .isEqualTo("estate.jsonl, line 1: region is no text; write it in quotes");
        assertThat(json("{" + QUEUE + ",\"tags\":{\"a\":[1]}}"))
                .isEqualTo("estate.jsonl, line 1: the tag \"a\" holds a list or an object; write a text");
        assertThat(json("{" + QUEUE + ",\"tags\":\"a=b\"}"))
                .isEqualTo("estate.jsonl, line 1: tags is no JSON: something unexpected at character 1;"
                        + " write an object like {\"Owner\":\"team-a\"}");
    }

    @Test
    void no_text_of_a_broken_line_is_repeated() throws IOException {
        for (String broken : List.of(
                "s3cr3t", "{s3cr3t", "{\"s3cr3t", "{\"name\":s3cr3t}", "{\"name\":\"s3cr3t", "{\"name\":1,s3cr3t}")) {
            assertThat(json(broken)).as(broken).doesNotContain("s3cr3t");
        }
    }

    @Test
    void refuses_gaps_that_say_too_much_or_too_little() throws IOException {
        assertThat(json("{\"gap\":\"dunno\"}"))
                .isEqualTo("estate.jsonl, line 1: gap \"dunno\" is no reason; known are access_denied, unauthenticated,"
                        + " throttled, unavailable, unsupported, broken_paging, interrupted");
        assertThat(json("{\"gap\":\"throttled\"," + QUEUE + "}"))
                .isEqualTo("estate.jsonl, line 1: a gap names no resource_id; write only gap, cloud, account_id, region"
                        + " and resource_type");
        assertThat(json("{\"gap\":\"throttled\",\"region\":\"eu-west-1\"}"))
                .isEqualTo("estate.jsonl, line 1: a gap in a part of a cloud, and no cloud; give it");
    }

    @Test
    void refuses_the_same_resource_twice_and_names_both_lines() throws IOException {
        assertThat(json("{" + QUEUE + "}", "", "{" + QUEUE + "}"))
                .isEqualTo("estate.jsonl, line 3: the same resource_id as in line 1; keep one of them");
    }

    @Test
    void keeps_ten_problems_and_counts_them_all() throws IOException {
        String[] lines = "7\n".repeat(25).split("\n");
        EstateFileException wrong = refusal(EstateLines.write(directory.resolve("estate.jsonl"), lines));

        assertThat(wrong).hasMessage("estate.jsonl, line 1: no JSON object; write one a line (25 problems in all)");
        assertThat(wrong.problems()).hasSize(10).endsWith("line 10: no JSON object; write one a line");
        assertThat(wrong.inLines().lines())
                .hasSize(12)
                .startsWith("estate.jsonl has 25 problems", "  line 1: no JSON object; write one a line")
                .endsWith("  line 10: no JSON object; write one a line", "  and 15 more");
    }

    @Test
    void a_single_problem_is_one_line_and_up_to_ten_leave_none_to_be_counted() throws IOException {
        EstateFileException one = refusal(EstateLines.write(directory.resolve("one.jsonl"), "7"));
        EstateFileException two = refusal(EstateLines.write(directory.resolve("two.jsonl"), "7", "8"));

        assertThat(one.inLines()).isEqualTo(one.getMessage());
        assertThat(two.inLines().lines()).hasSize(3).last().isEqualTo("  line 2: no JSON object; write one a line");
    }

    private String json(String... lines) throws IOException {
        return problemOf(EstateLines.write(directory.resolve("estate.jsonl"), lines));
    }

    private String csv(String... lines) throws IOException {
        return problemOf(EstateLines.write(directory.resolve("estate.csv"), lines));
    }

    private Path bytes(String name, String latin) throws IOException {
        return Files.write(directory.resolve(name), latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String problemOf(Path file) {
        String message = String.valueOf(refusal(file).getMessage());
        assertThat(message).as("one line").doesNotContain("\n");
        return message;
    }

    private static EstateFileException refusal(Path file) {
        try {
            EstateFile.open(file).clouds();
        } catch (EstateFileException wrong) {
            return wrong;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        throw new AssertionError("nothing was wrong with it");
    }
}
