package io.tagcompliance.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.tool.Conversation;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks for a report of a large estate hears how far it is, and has it in seconds. */
@Timeout(120)
class LargeReportTest {
    private static final int RESOURCES = 50_000;
    private static final Duration SECONDS = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private static String id(int number) {
        return "arn:aws:sqs:eu-west-1:%012d:queue-%d".formatted(number % 20, number);
    }

    /** Half of them have an owner. */
    private Path estate() throws IOException {
        Path file = directory.resolve("estate.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("resource_id,resource_type,tag:Application,tag:Stage,tag:Owner\n");
            for (int number = 0; number < RESOURCES; number++) {
                out.write(id(number) + ",sqs:queue,application-" + number % 300 + ",prod,"
                        + (number % 2 == 0 ? "team-" + number % 40 : "") + "\n");
            }
        }
        return file;
    }

    /** A charge of each in the last month, all of one cent. */
    private Path bill() throws IOException {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusMonths(1).withDayOfMonth(3);
        Path file = directory.resolve("focus.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("ChargePeriodStart,BilledCost,EffectiveCost,BillingCurrency,ChargeCategory,ProviderName,"
                    + "ServiceName,ResourceId,Tags\n");
            for (int number = 0; number < RESOURCES; number++) {
                out.write(
                        day + "T00:00:00Z,0.01,0.01,USD,Usage,AWS,Amazon Simple Queue Service," + id(number) + ",{}\n");
            }
        }
        return file;
    }

    @Test
    void a_report_of_fifty_thousand_resources_comes_in_seconds_and_tells_how_far_it_is() throws Exception {
        Path policy = Files.writeString(
                directory.resolve("policy.json"), "{\"version\":\"1.0\",\"required_tags\":[{\"name\":\"Owner\"}]}");
        Map<Setting, String> settings = Map.of(
                Setting.CLOUDS, "file",
                Setting.ESTATE, estate().toString(),
                Setting.BILL, bill().toString(),
                Setting.POLICY, policy.toString(),
                Setting.DATA_DIR, directory.resolve("data").toString());
        try (Conversation conversation = Conversation.with(settings, directory);
                LiveConnection connection = LiveConnection.to(conversation.offer())) {
            Instant began = Instant.now();
            connection.tell(ModernMessages.call(7, "generate_compliance_report", "{\"format\":\"html\"}")
                    .replace("\"_meta\":{", "\"_meta\":{\"progressToken\":\"p\","));
            List<JsonNode> heard = new ArrayList<>();
            JsonNode next = connection.next(60).orElseThrow();
            while (next.path("id").asInt() != 7) {
                heard.add(next);
                next = connection.next(60).orElseThrow();
            }

            assertThat(Duration.between(began, Instant.now())).isLessThan(SECONDS);
            JsonNode report = next.at("/result/structuredContent");
            assertThat(report.at("/summary/total_resources").asInt()).isEqualTo(RESOURCES);
            assertThat(report.at("/summary/compliant").asInt()).isEqualTo(RESOURCES / 2);
            assertThat(heard)
                    .isNotEmpty()
                    .allSatisfy(note -> assertThat(note.path("method").asText()).isEqualTo("notifications/progress"))
                    .allSatisfy(
                            note -> assertThat(note.at("/params/progressToken").asText())
                                    .isEqualTo("p"));
            assertThat(heard)
                    .extracting(note -> note.at("/params/progress").asDouble())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }
}
