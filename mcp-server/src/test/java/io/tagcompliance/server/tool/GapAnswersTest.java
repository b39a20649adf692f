package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostAttribution.Question;
import io.tagcompliance.core.attribution.Grouping;
import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillFacts.Activation;
import io.tagcompliance.core.cost.BillFacts.Certainty;
import io.tagcompliance.core.cost.BillFacts.Estimate;
import io.tagcompliance.core.cost.BillFacts.State;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.spi.PolicySource.Health;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a bill was read that doesn't tell of the keys, what it does tell is told. */
class GapAnswersTest {
    private static final BillingPeriod MONTH = BillingPeriod.of(YearMonth.of(2026, 9));

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    private static TagPolicy policy() {
        String json = "{\"version\":\"1.0\",\"required_tags\":[{\"name\":\"Owner\"}]}";
        return ((PolicyReading.Accepted) PolicyReader.read(json.getBytes(StandardCharsets.UTF_8))).policy();
    }

    private static JsonNode answer(Money... totals) {
        BillFacts bill = new BillFacts(
                "Cost Explorer",
                new Certainty(State.CLOSED, new Estimate.Told(List.of(money("10", "USD")))),
                MONTH.end().minusDays(1),
                0,
                Arrays.asList(totals),
                new Activation.Told(List.of("CostCenter"), List.of("Owner")),
                List.of("called 2 times"));
        CostAttribution unknown = new CostAttribution.Unknown(
                new Question(
                        MONTH,
                        CostMetric.BILLED,
                        new Grouping.ByServiceName(),
                        List.of(new TagKey("Owner")),
                        new PolicyInForce(policy(), "test", new Health.Sound())),
                new ReadFailure(ReadFailure.Kind.UNSUPPORTED, "bill", "not activated: Owner"),
                Optional.of(bill));
        return new GapAnswers(unknown, new PersonalData.Shown()).with(List.of(), Optional.empty());
    }

    @Test
    void what_was_spent_and_which_keys_are_activated_is_known_where_the_gap_is_not() {
        JsonNode answer = answer(money("2350.10", "USD"));

        assertThat(answer.path("total_cloud_spend").decimalValue()).isEqualByComparingTo("2350.1");
        assertThat(answer.path("currency").asText()).isEqualTo("USD");
        assertThat(answer.path("attribution_gap").isNull()).isTrue();
        assertThat(answer.path("buckets")).isEmpty();
        assertThat(answer.at("/null_reasons/attribution_gap").asText()).contains("Owner");
        assertThat(answer.path("null_reasons").has("total_cloud_spend")).isFalse();
        assertThat(answer.at("/basis/inactive_keys/0").asText()).isEqualTo("Owner");
        assertThat(answer.at("/basis/active_keys/0").asText()).isEqualTo("CostCenter");
        assertThat(answer.at("/basis/estimated_share").isNumber()).isTrue();
        assertThat(answer.at("/basis/warnings/0").asText()).isEqualTo("called 2 times");
    }

    @Test
    void of_two_currencies_none_is_the_total() {
        JsonNode answer = answer(money("2350.10", "USD"), money("5", "EUR"));

        assertThat(answer.path("total_cloud_spend").isNull()).isTrue();
        assertThat(answer.at("/null_reasons/total_cloud_spend").asText()).isNotEmpty();
    }
}
