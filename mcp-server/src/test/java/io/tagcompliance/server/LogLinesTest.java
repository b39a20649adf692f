package io.tagcompliance.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What is logged can't pass for another line, nor steer a terminal. */
@ResourceLock(Resources.SYSTEM_ERR)
class LogLinesTest {
    private static final String HOSTILE = "x\r\n12:00:00.000 ERROR Audit - forged\u001b[31m\u0007";

    @Test
    void r11_newlines_and_escapes_in_a_message_stay_in_its_line() throws JoranException {
        List<String> lines = logged("text", HOSTILE, new IllegalStateException("plain"));

        assertThat(lines.getFirst()).contains("failed x??12:00:00.000 ERROR Audit - forged?[31m?");
        assertThat(lines).filteredOn(line -> line.matches("\\d\\d:\\d\\d:.*")).hasSize(1);
    }

    @Test
    void r11_newlines_and_escapes_in_an_exception_stay_in_its_line() throws JoranException {
        List<String> lines = logged(
                "text", "id", new IllegalStateException(HOSTILE, new IllegalArgumentException("cause\n" + HOSTILE)));

        assertThat(lines).filteredOn(line -> line.matches("\\d\\d:\\d\\d:.*")).hasSize(1);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalArgumentException: cause"))
                .allMatch(line -> line.chars().noneMatch(one -> one != '\t' && Character.isISOControl(one)));
    }

    @Test
    void r11_of_a_server_each_record_is_one_json_object_in_one_line() throws JoranException {
        List<String> lines = logged("json", HOSTILE, new IllegalStateException(HOSTILE));

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.chars().noneMatch(Character::isISOControl))
                        .isTrue());
        JsonNode log = ProgramRun.parse(lines.getFirst());
        assertThat(log.path("timestamp").isIntegralNumber()).isTrue();
        assertThat(log.path("level").asText()).isEqualTo("ERROR");
        assertThat(log.path("loggerName").asText()).isEqualTo(LogLinesTest.class.getName());
        assertThat(log.path("formattedMessage").asText()).isEqualTo("call failed " + HOSTILE);
        assertThat(log.at("/throwable/message").asText()).isEqualTo(HOSTILE);
        assertThat(log.path("kvpList").toString()).contains("\"correlation_id\"");
    }

    /** The lines of one error, by the program's own configuration. */
    private static List<String> logged(String form, String argument, Exception failure) throws JoranException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            LoggerContext context = new LoggerContext();
            context.setMDCAdapter(new LogbackMDCAdapter());
            context.putProperty("tag-compliance.log", form);
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(requireNonNull(LogLinesTest.class.getResource("/logback.xml")));
            context.getLogger(LogLinesTest.class)
                    .atError()
                    .setCause(failure)
                    .addKeyValue("correlation_id", argument)
                    .log("call failed {}", argument);
            context.stop();
        } finally {
            System.setErr(err);
        }
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
