package io.tagcompliance.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tagcompliance.server.ProgramRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own, over an AWS end that never answers, so that a scan is always under way. */
@Timeout(120)
class ServeProcessTest {
    private static final Duration TWO_SECONDS_AND_SOME = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer silent;

    @SuppressWarnings("NullAway.Init") // each test starts it
    private Process process;

    @BeforeEach
    void start() throws IOException {
        silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        silent.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        silent.createContext("/", exchange -> {
            asked.countDown();
            waitForTheEnd();
        });
        silent.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        process.destroyForcibly();
        silent.stop(0);
    }

    @Test
    void r79_sigterm_ends_a_scan_within_two_seconds() throws Exception {
        serve("aws", "45");
        send(Messages.call(1, "check_tag_compliance", "{}"));
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        process.destroy();

        assertThat(endsWithin(TWO_SECONDS_AND_SOME)).isTrue();
    }

    @Test
    void r79_a_client_that_is_gone_ends_the_server_within_two_seconds() throws Exception {
        serve("aws", "45");
        send(Messages.call(1, "check_tag_compliance", "{}"));
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        process.getInputStream().close();
        send(Messages.listTools(2));

        assertThat(endsWithin(TWO_SECONDS_AND_SOME)).isTrue();
    }

    @Test
    void r79_at_the_end_of_input_a_request_is_answered_within_its_deadline_and_the_exit_is_clean() throws Exception {
        serve("aws", "2");
        send(Messages.call(1, "check_tag_compliance", "{}"));
        process.getOutputStream().close();
        List<String> lines = lines();

        assertThat(endsWithin(Duration.ofSeconds(30))).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(lines).last().asString().contains("\"id\":1", "still_scanning", "\"retryable\":true");
    }

    @Test
    void r78_a_cancelled_call_is_not_answered_and_others_are() throws Exception {
        serve("aws", "45");
        send(Messages.call(1, "check_tag_compliance", "{}"));
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
        send(Messages.listTools(2));
        process.getOutputStream().close();
        List<String> lines = lines();

        assertThat(endsWithin(Duration.ofSeconds(20))).isTrue();
        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("\"id\":1,"));
    }

    @Test
    void r78_a_cancelled_call_of_the_modern_era_is_not_answered_and_others_are() throws Exception {
        serveModern("45");
        send(ModernMessages.call(1, "check_tag_compliance", "{}"));
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1,"
                + ModernMessages.META + "}}");
        send(ModernMessages.request(2, "tools/list"));
        process.getOutputStream().close();
        List<String> lines = lines();

        assertThat(endsWithin(Duration.ofSeconds(20))).isTrue();
        assertThat(lines).hasSize(1).allMatch(line -> line.contains("\"id\":2,"));
    }

    @Test
    void r79_at_the_end_of_input_a_request_of_the_modern_era_is_answered_within_its_deadline() throws Exception {
        serveModern("2");
        send(ModernMessages.call(1, "check_tag_compliance", "{}")
                .replace("\"_meta\":{", "\"_meta\":{\"progressToken\":\"p\","));
        process.getOutputStream().close();
        List<String> lines = lines();

        assertThat(endsWithin(Duration.ofSeconds(30))).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(lines).last().asString().contains("\"id\":1", "still_scanning", "\"resultType\":\"complete\"");
    }

    @Test
    void r79_a_client_of_the_modern_era_that_is_gone_ends_the_server_within_two_seconds() throws Exception {
        serveModern("45");
        send(ModernMessages.call(1, "check_tag_compliance", "{}"));
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        process.getInputStream().close();
        send(ModernMessages.request(2, "tools/list"));

        assertThat(endsWithin(TWO_SECONDS_AND_SOME)).isTrue();
    }

    @Test
    void r83_what_a_library_prints_to_standard_output_goes_to_standard_error() throws Exception {
        start(List.of(PrintingMain.class.getName(), "serve", "--demo"), "demo", "45");
        send(Messages.INITIALIZE);
        send(Messages.listTools(2));
        send(ModernMessages.request(3, "tools/list"));
        process.getOutputStream().close();

        assertThat(lines()).hasSize(3).allMatch(line -> line.startsWith("{\"jsonrpc\""));
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("noise of a library");
    }

    /** One that takes part in a conversation is no operator: it names accounts, and never how one is entered. */
    @Test
    void r38_a_role_in_place_of_an_account_is_refused_and_nobody_is_asked() throws Exception {
        String role = "arn:aws:iam::222222222222:role/Admin";
        List<String> tools = List.of(
                "check_tag_compliance",
                "find_untagged_resources",
                "get_violation_history",
                "detect_tag_drift",
                "generate_compliance_report",
                "export_violations_csv");
        serve("aws", "45");
        int id = 1;
        for (String tool : tools) {
            send(Messages.call(++id, tool, "{\"filters\":{\"account_id\":\"" + role + "\"}}"));
            send(Messages.call(++id, tool, "{\"filters\":{\"account_ids\":[\"" + role + "\"]}}"));
        }
        send(Messages.call(++id, "cross_account_compliance_check", "{\"account_ids\":[\"" + role + "\"]}"));
        process.getOutputStream().close();

        assertThat(lines())
                .filteredOn(line -> !line.contains("protocolVersion"))
                .hasSize(2 * tools.size() + 1)
                .allSatisfy(line -> assertThat(line)
                        .contains("invalid_argument", "must be the id of an account", "roles are the operator's to set")
                        .doesNotContain(role));
        assertThat(asked.getCount()).as("the end of AWS was not asked").isEqualTo(1);
    }

    @Test
    void r11_what_a_server_logs_is_one_json_object_a_line() throws Exception {
        Path data = Files.createDirectories(directory.resolve("data"));
        Files.writeString(data.resolve("audit.db"), "no database");
        serve("demo", "45");
        send(Messages.call(1, "check_tag_compliance", "{}"));
        process.getOutputStream().close();

        assertThat(lines()).last().asString().contains("audit_corrupt");
        List<String> logged = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("audit trail"))
                .toList();
        assertThat(logged)
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(ProgramRun.parse(line).path("level").asText())
                                .isEqualTo("ERROR"));
    }

    private void serve(String clouds, String deadline) throws IOException {
        start(List.of("io.tagcompliance.server.Main", "serve"), clouds, deadline);
        send(Messages.INITIALIZE);
        send(Messages.INITIALIZED);
    }

    private void serveModern(String deadline) throws IOException {
        start(List.of("io.tagcompliance.server.Main", "serve"), "aws", deadline);
    }

    private void start(List<String> mainAndArguments, String clouds, String deadline) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(mainAndArguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TAG_COMPLIANCE_") || name.startsWith("AWS_"));
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("TAG_COMPLIANCE_CLOUDS", clouds);
        builder.environment()
                .put("TAG_COMPLIANCE_DATA_DIR", directory.resolve("data").toString());
        builder.environment().put("TAG_COMPLIANCE_AWS_REGIONS", "eu-west-1");
        builder.environment().put("TAG_COMPLIANCE_DEADLINE_SECONDS", deadline);
        builder.environment()
                .put(
                        "AWS_ENDPOINT_URL",
                        "http://127.0.0.1:" + silent.getAddress().getPort());
        builder.environment().put("AWS_ACCESS_KEY_ID", "test");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
        process = builder.start();
    }

    private void send(String message) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private List<String> lines() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }
}
