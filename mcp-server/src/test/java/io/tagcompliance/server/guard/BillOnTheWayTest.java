package io.tagcompliance.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.scan.Progress;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.core.scan.ScanProgress;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.guard.Audit.Need;
import io.tagcompliance.server.handout.Handouts;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Cursors;
import io.tagcompliance.server.tool.ToolCatalogue;
import io.tagcompliance.testkit.ChargeRow;
import io.tagcompliance.testkit.InMemoryCache;
import io.tagcompliance.testkit.InMemoryCloud;
import io.tagcompliance.testkit.InMemoryLedger;
import io.tagcompliance.testkit.InMemoryStore;
import io.tagcompliance.testkit.SettableClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients get and hear while the bill takes longer than they wait. */
@Timeout(60)
class BillOnTheWayTest {
    private static final String POLICY = """
            {"version":"1.0","required_tags":[{"name":"Nobody"}]}""";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T00:00:00Z"));
    private final CountDownLatch let = new CountDownLatch(1);
    private final InMemoryStore store = new InMemoryStore();
    private final CallGuard guard = guard();

    private CallGuard guard() {
        TagCompliance compliance = TagCompliance.judgedBy(
                        ((PolicyReading.Accepted) PolicyReader.read(POLICY.getBytes(StandardCharsets.UTF_8))).policy())
                .reading(InMemoryCloud.withContractEstate())
                .remembering(new InMemoryCache(clock), Retention.DEFAULT)
                .billedBy(new LateBill(let))
                .at(clock)
                .build();
        Handouts handouts = Handouts.in(Path.of("target", "handouts"), InstantSource.system());
        KeyedDigest digest = new KeyedDigest(() -> new byte[32]);
        Audit audit = new Audit(store.open(), digest, Need.WHERE_POSSIBLE);
        return new CallGuard(
                ToolCatalogue.over(() -> compliance, new Cursors(), handouts, digest::of),
                audit,
                Duration.ofMillis(300));
    }

    /** A bill of one charge that isn't there before it is let. */
    private record LateBill(CountDownLatch let) implements CostLedger {
        @Override
        public BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            let.await();
            Money cost = new Money(BigDecimal.TEN, Currency.getInstance("USD"));
            return InMemoryLedger.of(List.of(new ChargeRow(
                            LocalDate.parse("2026-10-03"),
                            ChargeKind.USAGE,
                            new ChargePlace(
                                    Cloud.AWS, new AccountId("111111111111"), new Region("eu-west-1"), "Amazon S3"),
                            new Charged.OfResource(
                                    new ResourceId(Cloud.AWS, "arn:aws:s3:::elsewhere"), new ResourceType("s3:bucket")),
                            Tags.NONE,
                            cost,
                            cost)))
                    .read(query, sink);
        }

        @Override
        public void close() {
            // There is nothing to let go of.
        }
    }

    @AfterEach
    void close() {
        let.countDown();
        store.close();
    }

    private JsonNode call(String tool, String arguments, Call.Wait wait) {
        Call call = new Call(tool, ProgramRun.parse(arguments), "local", Room.MODEL, wait, progress -> {});
        return guard.call(call).orElseThrow().structured();
    }

    @Test
    void a_call_ends_at_its_deadline_and_says_when_costs_will_be_there() {
        for (String tool : List.of("check_tag_compliance", "find_untagged_resources")) {
            JsonNode answer = call(tool, "{}", Call.Wait.TO_THE_DEADLINE);

            assertThat(answer.path("null_reasons").toString()).as(tool).contains("still being read");
        }
    }

    @Test
    void the_gap_is_refused_at_the_deadline_and_told_to_who_asks_again() {
        JsonNode refusal = call("get_cost_attribution_gap", "{}", Call.Wait.TO_THE_DEADLINE);

        assertThat(refusal.path("error_code").asText()).isEqualTo("still_scanning");
        assertThat(refusal.path("retryable").asBoolean()).isTrue();
        assertThat(refusal.path("message").asText()).contains("bill is still being read", "ask the same again");

        let.countDown();

        assertThat(call("get_cost_attribution_gap", "{}", Call.Wait.TO_THE_END)
                        .path("total_cloud_spend")
                        .decimalValue())
                .isEqualByComparingTo("10");
    }

    @Test
    void a_report_comes_at_the_deadline_without_the_gap_and_says_why() {
        JsonNode report = call("generate_compliance_report", "{}", Call.Wait.TO_THE_DEADLINE);

        assertThat(report.path("overall_compliance").isNumber()).isTrue();
        assertThat(report.path("null_reasons").path("cost_attribution_gap").asText())
                .contains("the bill is still being read", "the gap will be there");
    }

    @Test
    void a_page_goes_on_from_none_that_was_sorted_without_costs() {
        JsonNode first = call("check_tag_compliance", "{\"limit\":1}", Call.Wait.TO_THE_DEADLINE);
        String next = "{\"limit\":1,\"cursor\":\"" + first.path("next_cursor").asText() + "\"}";
        assertThat(call("check_tag_compliance", next, Call.Wait.TO_THE_DEADLINE).path("violations"))
                .hasSize(1);

        let.countDown();

        assertThat(call("check_tag_compliance", next, Call.Wait.TO_THE_END)
                        .path("error_code")
                        .asText())
                .isEqualTo("cursor_expired");
        assertThat(call("check_tag_compliance", "{}", Call.Wait.TO_THE_END)
                        .path("cost_basis")
                        .asText())
                .contains("2026-10");
    }

    @Test
    void who_waits_with_a_token_hears_of_the_bill() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        ProgressNotes notes = new ProgressNotes(new Listener(heard));
        for (Progress step : List.of(new ScanProgress(1, 2, 3), new Progress.ReadingTheBill())) {
            Thread.sleep(750);
            notes.tell(step);
        }

        assertThat(heard).containsExactly("1 of 2 parts of the estate read, 3 resources so far", "reading the bill");
    }

    private record Listener(List<String> heard) implements Exchange {
        @Override
        public String caller() {
            return LOCAL_CALLER;
        }

        @Override
        public String target() {
            return "check_tag_compliance";
        }

        @Override
        public void tell(Exchange.Progress progress) {
            heard.add(progress.message());
        }

        @Override
        public boolean offers(String capability) {
            return false;
        }

        @Override
        public Optional<ObjectNode> answers() {
            return Optional.empty();
        }

        @Override
        public Optional<String> state() {
            return Optional.empty();
        }
    }
}
