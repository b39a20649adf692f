package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillFacts.Activation;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.TagKey;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A key that isn't activated for cost allocation looks exactly like one that nobody uses. */
class InactiveKeysTest {
    private static CostAttribution attribution(Activation activation) throws InterruptedException {
        CostLedger rows = InMemoryLedger.of(List.of(ContractBill.usage(1, "i-0123456789abcdef0", "10")));
        try (TagCompliance compliance = TagCompliance.judgedBy(
                        Estates.policy("\"required_tags\":[{\"name\":\"CostCenter\"},{\"name\":\"Owner\"}]"))
                .billedBy(new Activated(rows, activation))
                .build()) {
            return compliance
                    .attribution()
                    .attribute(
                            AttributionRequest.ofLastMonth()
                                    .over(ContractBill.PERIOD)
                                    .splitBy(List.of(new TagKey("CostCenter"), new TagKey("Owner"))),
                            Patience.UNLIMITED);
        }
    }

    @Test
    void what_is_split_by_a_key_that_is_not_activated_is_unknown() throws InterruptedException {
        assertThat(attribution(new Activation.Told(List.of("CostCenter"), List.of("Owner"))))
                .isInstanceOfSatisfying(
                        CostAttribution.Unknown.class,
                        unknown -> assertThat(unknown.failure().remedy())
                                .contains("Owner", "24 hours", "12 months")
                                .doesNotContain("CostCenter"));
    }

    @Test
    void other_inactive_keys_do_not_matter() throws InterruptedException {
        assertThat(attribution(new Activation.Told(List.of("CostCenter", "Owner"), List.of("owner", "Team"))))
                .isInstanceOf(CostAttribution.Known.class);
        assertThat(attribution(new Activation.Untold(List.of()))).isInstanceOf(CostAttribution.Known.class);
    }

    /** A ledger that says which keys are activated. */
    private record Activated(CostLedger ledger, Activation activation) implements CostLedger {
        @Override
        public BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            return switch (ledger.read(query, sink)) {
                case BillReading.Unknown unknown -> unknown;
                case BillReading.Read read -> {
                    BillFacts facts = read.facts();
                    yield new BillReading.Read(new BillFacts(
                            facts.source(),
                            facts.certainty(),
                            facts.lastDay(),
                            facts.rows(),
                            facts.totals(),
                            activation,
                            facts.notes()));
                }
            };
        }

        @Override
        public void close() {
            ledger.close();
        }
    }
}
