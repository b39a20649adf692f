package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.testkit.ChargeRow;
import io.tagcompliance.testkit.InMemoryLedger;
import io.tagcompliance.testkit.RandomBill;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How much of a total is an estimate, from what a ledger says to the basis of the answer. */
class EstimatedShareTest {
    private static final BillingPeriod MONTH = BillingPeriod.of(YearMonth.of(2026, 9));
    private static final Currency USD = Currency.getInstance("USD");

    /** A ledger of one charge of nine dollars, of which it says what is an estimate. */
    private record Estimating(CostLedger charge, BillFacts.Estimate estimate) implements CostLedger {
        static Estimating of(BillFacts.Estimate estimate) {
            ChargeRow row = RandomBill.of(1, MONTH).rows().getFirst().costing(dollars("9"));
            return new Estimating(InMemoryLedger.of(List.of(row)), estimate);
        }

        @Override
        public BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            BillFacts facts = ((BillReading.Read) charge.read(query, sink)).facts();
            return new BillReading.Read(new BillFacts(
                    facts.source(),
                    new BillFacts.Certainty(BillFacts.State.PROVISIONAL, estimate),
                    facts.lastDay(),
                    facts.rows(),
                    facts.totals(),
                    facts.activation(),
                    facts.notes()));
        }

        @Override
        public void close() {
            charge.close();
        }
    }

    private static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    private static TagPolicy policy() {
        String json = "{\"version\":\"1.0\",\"required_tags\":[{\"name\":\"Owner\"}]}";
        return ((PolicyReading.Accepted) PolicyReader.read(json.getBytes(StandardCharsets.UTF_8))).policy();
    }

    private static JsonNode answer(BillFacts.Estimate estimate) throws InterruptedException {
        try (TagCompliance compliance = TagCompliance.judgedBy(policy())
                .billedBy(Estimating.of(estimate))
                .build()) {
            CostAttribution attribution = compliance
                    .attribution()
                    .attribute(AttributionRequest.ofLastMonth().over(MONTH), Patience.UNLIMITED);
            return new GapAnswers(attribution, new PersonalData.Shown()).with(List.of(), Optional.empty());
        }
    }

    private static JsonNode answer(String estimated) throws InterruptedException {
        return answer(new BillFacts.Estimate.Told(List.of(dollars(estimated))));
    }

    @Test
    void it_is_a_share_of_the_total_to_four_digits() throws InterruptedException {
        assertThat(answer("3").at("/basis/estimated_share").decimalValue()).isEqualByComparingTo("0.3333");
        assertThat(answer("9").at("/basis/estimated_share").decimalValue()).isEqualByComparingTo("1");
        assertThat(answer("0").at("/basis/estimated_share").decimalValue()).isEqualByComparingTo("0");
        assertThat(answer("0").path("null_reasons").has("estimated_share")).isFalse();
    }

    @Test
    void of_what_is_no_share_it_is_null_with_the_reason() throws InterruptedException {
        for (String estimated : List.of("-1", "10")) {
            JsonNode answer = answer(estimated);

            assertThat(answer.at("/basis/estimated_share").isNull()).isTrue();
            assertThat(answer.at("/null_reasons/estimated_share").asText()).contains("credits");
        }
    }

    @Test
    void where_the_source_does_not_say_it_is_null_with_the_reason() throws InterruptedException {
        JsonNode answer = answer(new BillFacts.Estimate.Untold());

        assertThat(answer.at("/basis/estimated_share").isNull()).isTrue();
        assertThat(answer.at("/null_reasons/estimated_share").asText()).contains("doesn't say");
    }
}
