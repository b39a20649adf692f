package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.attribution.Grouping;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A ledger gives its lines as they come. Figures, and how many resources each of them is of, don't depend on that. */
class LinesInAnyOrderTest {
    private static final BillingPeriod PERIOD = BillingPeriod.of(YearMonth.of(2026, 9));

    private static final TagPolicy POLICY =
            Estates.policy("\"required_tags\":[{\"name\":\"CostCenter\"},{\"name\":\"Owner\"}]");

    /** Gives the lines of another, shuffled. */
    private record Shuffled(CostLedger sound, long seed) implements CostLedger {
        @Override
        public BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            List<Charge> lines = new ArrayList<>();
            BillReading reading = sound.read(query, lines::add);
            Collections.shuffle(lines, new Random(seed));
            lines.forEach(sink);
            return reading;
        }

        @Override
        public void close() {
            sound.close();
        }
    }

    private static List<CurrencyShare> shares(CostLedger ledger, Grouping by) throws InterruptedException {
        try (TagCompliance compliance =
                TagCompliance.judgedBy(POLICY).billedBy(ledger).build()) {
            AttributionRequest request =
                    AttributionRequest.ofLastMonth().over(PERIOD).by(by);
            return ((CostAttribution.Known) compliance.attribution().attribute(request, Patience.UNLIMITED)).shares();
        }
    }

    static Stream<Grouping> groupings() {
        return Stream.of(
                new Grouping.ByServiceName(), new Grouping.ByResourceType(), new Grouping.ByTag(new TagKey("Owner")));
    }

    @ParameterizedTest
    @MethodSource("groupings")
    void figures_do_not_depend_on_the_order_of_lines(Grouping by) throws InterruptedException {
        for (long seed = 1; seed <= 5; seed++) {
            List<ChargeRow> rows = RandomBill.of(seed, PERIOD).inParts();

            assertThat(shares(new Shuffled(InMemoryLedger.of(rows), seed), by))
                    .isNotEmpty()
                    .isEqualTo(shares(InMemoryLedger.of(rows), by));
        }
    }
}
