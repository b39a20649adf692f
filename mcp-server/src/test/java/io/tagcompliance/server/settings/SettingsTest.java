package io.tagcompliance.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path directory;

    @Test
    void every_setting_has_the_name_and_the_default_that_are_written_down() {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(Setting.values()).forEach(setting -> names.put(setting.variable(), setting.otherwise()));

        assertThat(names)
                .containsExactly(
                        Map.entry("TAG_COMPLIANCE_CLOUDS", "aws"),
                        Map.entry("TAG_COMPLIANCE_POLICY", ""),
                        Map.entry("TAG_COMPLIANCE_ESTATE", ""),
                        Map.entry("TAG_COMPLIANCE_BILL", ""),
                        Map.entry("TAG_COMPLIANCE_BILL_PAID_CALLS", "30"),
                        Map.entry("TAG_COMPLIANCE_BILL_ATHENA_WORKGROUP", "primary"),
                        Map.entry("TAG_COMPLIANCE_BILL_ATHENA_REGION", ""),
                        Map.entry("TAG_COMPLIANCE_AWS_REGIONS", ""),
                        Map.entry("TAG_COMPLIANCE_AWS_ACCOUNTS", ""),
                        Map.entry("TAG_COMPLIANCE_AWS_ROLE", ""),
                        Map.entry("TAG_COMPLIANCE_AWS_EXTERNAL_ID", ""),
                        Map.entry("TAG_COMPLIANCE_DATA_DIR", ""),
                        Map.entry("TAG_COMPLIANCE_AUDIT_REQUIRED", "false"),
                        Map.entry("TAG_COMPLIANCE_AUDIT_DAYS", ""),
                        Map.entry("TAG_COMPLIANCE_CACHE_MINUTES", "15"),
                        Map.entry("TAG_COMPLIANCE_DEADLINE_SECONDS", "45"),
                        Map.entry("TAG_COMPLIANCE_TOOLSETS", "compliance,cost,reports"),
                        Map.entry("TAG_COMPLIANCE_READ_ONLY", "false"),
                        Map.entry("TAG_COMPLIANCE_CONFIG", ""),
                        Map.entry("TAG_COMPLIANCE_JAVA_HOME", ""),
                        Map.entry("TAG_COMPLIANCE_START_CACHE", "on"));
    }

    @Test
    void the_bill_is_an_export_or_cost_explorer_or_a_table() {
        assertThat(bill("cost_explorer")).isEqualTo(new BillSource.CostExplorer(30));
        assertThat(bill("athena:billing.focus"))
                .isEqualTo(new BillSource.Athena("billing", "focus", "primary", "eu-west-1"));
        assertThat(bill("")).isEqualTo(new BillSource.None());
        assertThat(bill("exports/focus.csv")).isEqualTo(new BillSource.Export(directory.resolve("exports/focus.csv")));
        assertThatThrownBy(() -> bill("athena:billing")).hasMessageContaining("athena:database.table");
    }

    private BillSource bill(String text) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "TAG_COMPLIANCE_BILL", text, "TAG_COMPLIANCE_AWS_REGIONS", "eu-west-1", "HOME", directory.toString()));
        return Settings.of(RawSettings.read(Map.of(), environment, directory), environment)
                .bill();
    }

    @Test
    void a_flag_beats_the_environment_that_the_file_and_that_the_default() throws IOException {
        Files.writeString(
                directory.resolve("tag-compliance.yaml"), "cache_minutes: 1\ndeadline_seconds: 2\nclouds: [demo]\n");
        Map<String, String> environment =
                new HashMap<>(Map.of("TAG_COMPLIANCE_CACHE_MINUTES", "3", "TAG_COMPLIANCE_DEADLINE_SECONDS", "4"));
        RawSettings raw = RawSettings.read(Map.of(Setting.CACHE_MINUTES, "5"), environment, directory);

        assertThat(raw.text(Setting.CACHE_MINUTES)).isEqualTo("5");
        assertThat(raw.text(Setting.DEADLINE_SECONDS)).isEqualTo("4");
        assertThat(raw.text(Setting.CLOUDS)).isEqualTo("demo");
        assertThat(raw.text(Setting.AUDIT_REQUIRED)).isEqualTo("false");
    }

    @Test
    void a_relative_path_in_the_file_starts_where_the_file_is() throws IOException {
        Path elsewhere = Files.createDirectories(directory.resolve("etc"));
        Path file = Files.writeString(elsewhere.resolve("mine.yaml"), "policy: policy.json\n");
        RawSettings raw = RawSettings.read(Map.of(Setting.CONFIG, file.toString()), Map.of(), directory);

        assertThat(Settings.of(raw, Map.of("HOME", "/home/me")).files().policy())
                .contains(elsewhere.resolve("policy.json"));
    }

    @Test
    void data_is_kept_where_programs_of_the_user_keep_theirs() {
        RawSettings raw = RawSettings.read(Map.of(), Map.of(), directory);

        assertThat(Settings.of(raw, Map.of("HOME", "/home/me")).dataDir().toString())
                .isIn("/home/me/.local/share/tag-compliance", "/home/me/Library/Application Support/tag-compliance");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TAG_COMPLIANCE_CLOUD|aws|did you mean TAG_COMPLIANCE_CLOUDS?",
                "TAG_COMPLIANCE_CLOUDS|awz|did you mean aws?",
                "TAG_COMPLIANCE_CLOUDS|','|clouds is empty",
                "TAG_COMPLIANCE_CLOUDS|demo,aws|can't be mixed",
                "TAG_COMPLIANCE_AUDIT_REQUIRED|yes|audit_required must be true or false",
                "TAG_COMPLIANCE_TOOLSETS|complience|did you mean compliance?",
                "TAG_COMPLIANCE_TOOLSETS|','|toolsets is empty",
                "TAG_COMPLIANCE_READ_ONLY|yes|read_only must be true or false",
                "TAG_COMPLIANCE_AUDIT_DAYS|0|audit_days must be a whole number from 1 to 36500",
                "TAG_COMPLIANCE_CACHE_MINUTES|soon|cache_minutes must be a whole number from 0 to 1440",
                "TAG_COMPLIANCE_DEADLINE_SECONDS|0|deadline_seconds must be a whole number from 1 to 600",
            })
    void r82_what_is_unknown_or_unsafe_stops_the_start_and_names_the_key(String variable, String value, String words) {
        ProgramRun run = Setup.in(directory).with(variable, value).run("serve");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words, variable).hasLineCount(1);
    }

    @Test
    void r82_a_wrong_value_is_told_as_it_was_given_with_the_place_that_it_came_from() throws IOException {
        Files.writeString(directory.resolve("tag-compliance.yaml"), "cache_minutes: -3\n");
        assertThat(Setup.in(directory).run("config").err())
                .isEqualTo("tag-compliance: cache_minutes must be a whole number from 0 to 1440"
                        + " (given: cache_minutes: -3 in tag-compliance.yaml)\n");

        Setup environment = Setup.in(directory).with("TAG_COMPLIANCE_CACHE_MINUTES", "abc\n" + "x".repeat(500));
        assertThat(environment.run("config").err())
                .contains("(given: TAG_COMPLIANCE_CACHE_MINUTES=abc?xxx")
                .hasLineCount(1)
                .hasSizeLessThan(220);
        assertThat(Setup.in(directory).run("check", "--clouds", "awz").err())
                .endsWith("unknown value of clouds; did you mean aws? (given: --clouds awz)\n");
    }

    @Test
    void a_wrong_path_is_told_as_it_was_given() throws IOException {
        Files.createDirectory(directory.resolve("sub"));
        Files.writeString(directory.resolve("sub/b.jsonl"), "garbage\n");

        assertThat(Setup.in(directory).run("check", "--estate", "sub/none.csv").err())
                .contains("none.csv: there is no such file", "(given: --estate sub/none.csv)")
                .hasLineCount(1);
        assertThat(Setup.in(directory).run("check", "--estate", "sub/b.jsonl").err())
                .contains("b.jsonl, line 1", "(given: --estate sub/b.jsonl)")
                .hasLineCount(1);
        assertThat(Setup.in(directory).run("check", "--config", "sub/none.yaml").err())
                .contains("settings file sub/none.yaml can't be read")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|holds no setting",
                "# nothing yet|holds no setting",
                "polcy: x|did you mean policy?",
                "clouds: {a: b}|must be a text or a list of texts",
                "- a|must hold lines like",
                "clouds: [aws|is not valid YAML",
            })
    void r82_a_wrong_settings_file_stops_the_start(String text, String words) throws IOException {
        Files.writeString(directory.resolve("tag-compliance.yaml"), text + "\n");
        ProgramRun run = Setup.in(directory).run("serve");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(words).hasLineCount(1);
    }

    @Test
    void r82_an_estate_that_nothing_reads_stops_the_start() {
        Map<String, String> environment =
                Map.of("TAG_COMPLIANCE_ESTATE", "x.csv", "TAG_COMPLIANCE_CLOUDS", "aws", "HOME", "/home/me");
        RawSettings raw = RawSettings.read(Map.of(), environment, directory);

        assertThatThrownBy(() -> Settings.of(raw, environment))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("clouds doesn't name 'file'");
    }

    @Test
    void a_data_directory_that_cannot_be_made_stops_the_start() throws IOException {
        Path file = Files.writeString(directory.resolve("taken"), "");
        ProgramRun run = Setup.in(directory)
                .with("TAG_COMPLIANCE_DATA_DIR", file.resolve("data").toString())
                .run("check", "--demo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("data_dir", "--data-dir").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws_accounts: \"111111111111\"|aws_role",
                "aws_role: Reader|aws_accounts",
                "aws_external_id: abc|aws_accounts"
            })
    void accounts_and_the_role_to_read_them_with_need_each_other(String file, String missing) throws IOException {
        Files.writeString(directory.resolve("tag-compliance.yaml"), file);
        RawSettings raw = RawSettings.read(Map.of(), Map.of(), directory);

        assertThatThrownBy(() -> Settings.of(raw, Map.of("HOME", directory.toString())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(missing);
    }
}
