package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with policy files at a terminal. */
class PolicyCommandsTest {
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:111111111111:jobs";
    private static final String ESTATE = "{\"resource_id\":\"" + QUEUE
            + "\",\"resource_type\":\"sqs:queue\",\"tags\":{\"owner\":\"me\",\"Env\":\"prod\\u202e\",\"tmp-x\":\"1\"}}\n";
    private static final String POLICY = """
            {"version": "3.0", "scope": ["aws", "gcp"],
             "value_lists": {"envs": {"file": "envs.txt", "as_of": "2026-11-01"}},
             "required_tags": [
               {"id": "owner", "name": "Owner", "message": "Everything has an owner", "link": "https://example.com/tags"},
               {"id": "env", "name": "Env", "allowed_values_from": "envs"},
               {"id": "team", "name": "Team"}],
             "prohibited_tags": [{"id": "tmp", "name": "tmp-*", "severity": "warning"}],
             "exemptions": [{"id": "ex", "resources": ["*:jobs"], "rules": ["team"], "reason": "Being moved", "owner": "ops",
               "expires": "2999-12-31"}],
             "tests": [{"name": "tidy", "resource_type": "sqs:queue",
               "tags": {"Owner": "me", "Env": "production", "Team": "a"}, "expect": "compliant"}]}
            """;

    @TempDir
    Path directory;

    private Path policy() throws IOException {
        Files.writeString(directory.resolve("envs.txt"), "# of November\nproduction\nstaging\n");
        return Files.writeString(directory.resolve("policy.json"), POLICY);
    }

    @Test
    void validate_says_which_demands_a_cloud_cannot_meet() throws IOException {
        ProgramRun run = Setup.in(directory).run("policy", "validate", policy().toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("is a good policy, with 3 warnings");
        assertThat(run.err())
                .hasLineCount(3)
                .contains("rule 'owner' on gcp: no resource there can have the key 'Owner'", "cloud_specific.gcp");
    }

    @Test
    void a_list_of_values_is_read_from_the_directory_of_the_policy_only() throws IOException {
        Path policy = policy();
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path secret = Files.writeString(outside.resolve("secret.txt"), "x\n");
        Path inner = Files.createDirectory(directory.resolve("inner"));
        Path moved = Files.copy(policy, inner.resolve("policy.json"));
        Files.createSymbolicLink(inner.resolve("envs.txt"), secret);

        ProgramRun run = Setup.in(directory).run("policy", "validate", moved.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("$.value_lists.envs.file: leads out of the policy's directory");
        Files.delete(inner.resolve("envs.txt"));
        assertThat(Setup.in(directory)
                        .run("policy", "validate", moved.toString())
                        .err())
                .contains("$.value_lists.envs.file: there is no such file beside the policy");
    }

    @Test
    void test_runs_the_tests_of_a_policy_and_ends_with_1_where_one_fails() throws IOException {
        Path good = policy();
        Path bad = Files.writeString(
                directory.resolve("bad.json"),
                POLICY.replace("\"expect\": \"compliant\"", "\"expect\": [\"Env:invalid_value\"]"));
        Path without = Files.writeString(directory.resolve("none.json"), "{\"version\":\"1.0\"}");

        ProgramRun passed = Setup.in(directory).run("policy", "test", good.toString());
        assertThat(passed.exitCode()).isZero();
        assertThat(passed.out()).contains("ok    tidy", "1 passed, 0 failed");
        ProgramRun failed = Setup.in(directory).run("policy", "test", bad.toString());
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).contains("FAIL  tidy", "expected [Env:invalid_value]", "is       compliant []");
        assertThat(Setup.in(directory).run("policy", "test", without.toString()).out())
                .contains("has no tests");
    }

    @Test
    void explain_says_which_rule_why_and_what_would_fix_it() throws IOException {
        Path estate = Files.writeString(directory.resolve("estate.jsonl"), ESTATE);
        ProgramRun run = Setup.in(directory)
                .run("policy", "explain", QUEUE, "--estate", estate.toString(), "--policy", policy().toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(QUEUE, "not compliant, by policy 3.0 (file policy.json)")
                .contains(
                        "error    owner (Owner): wrong_key_case",
                        "found: the key \"owner\"",
                        "fix: rename the key to Owner")
                .contains("Everything has an owner", "https://example.com/tags")
                .contains(
                        "error    env (Env): invalid_value",
                        "found: \"prod\\u{202E}\"",
                        "fix: change the value: Env must be there, and is one of: production, staging")
                .contains(
                        "waived   team (Team): missing_required_tag, exempt by 'ex' (ops, until 2999-12-31): Being moved")
                .contains("warning  tmp (\"tmp-x\"): prohibited_tag", "fix: take the key away; none may be like tmp-*")
                .doesNotContain("\u202e");
    }

    @Test
    void explain_of_what_is_not_there_says_so() throws IOException {
        Path estate = Files.writeString(directory.resolve("estate.jsonl"), ESTATE);
        Setup setup = Setup.in(directory);

        ProgramRun absent = setup.run("policy", "explain", QUEUE + "2", "--estate", estate.toString());
        assertThat(absent.exitCode()).isEqualTo(2);
        assertThat(absent.err())
                .contains("there is no such resource in the estate")
                .hasLineCount(1);
        ProgramRun wrong = setup.run("policy", "explain", "i-123", "--estate", estate.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("not a full identifier");
    }

    @Test
    void init_drafts_a_policy_that_is_a_good_one_and_overwrites_nothing() throws IOException {
        Setup setup = Setup.in(directory);
        Path draft = directory.resolve("draft.json");

        ProgramRun run = setup.run("policy", "init", "--demo", "--out", draft.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("drafted", "from 2,500 resources");
        assertThat(Files.readString(draft)).contains("\"CostCenter\"", "\"cost-center\"", "Found on");
        assertThat(setup.run("policy", "validate", draft.toString()).exitCode()).isZero();
        Files.writeString(draft, "mine");
        ProgramRun again = setup.run("policy", "init", "--demo", "--out", draft.toString());
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("is there already and was left as it is");
        assertThat(draft).hasContent("mine");
        assertThat(setup.run("policy", "init", "--demo").out()).startsWith("{").contains("\"required_tags\"");
    }
}
