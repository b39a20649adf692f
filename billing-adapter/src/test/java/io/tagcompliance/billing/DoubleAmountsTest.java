package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.spi.CostLedger;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Costs that a file has as doubles count as what their shortest writing says, to the last digit. */
class DoubleAmountsTest {
    private static final BillingPeriod MONTH = BillingPeriod.of(YearMonth.of(2026, 9));

    private static final double[] AMOUNTS = {
        0.1,
        -0.1,
        1e-10,
        5e-11,
        1e-11,
        1.5e-19,
        0.30000000000000004,
        99_999.9999999999,
        99_999.99999999999,
        100_000,
        123_456.7891,
        1e15,
        -12_345.678901234,
        2.22507385e-10
    };

    @TempDir
    private Path directory;

    @Test
    void one_amount_is_what_its_shortest_writing_says() throws Exception {
        for (double amount : AMOUNTS) {
            assertThat(read(List.of(amount))).containsExactly(written(amount), written(amount));
        }
    }

    @Test
    void small_amounts_and_large_ones_stand_in_one_bill() throws Exception {
        List<Double> amounts = new ArrayList<>(List.of(1e8, 150_000_000.25, 1e9, 1e12));
        for (double amount : AMOUNTS) {
            amounts.add(amount);
        }

        assertThat(read(amounts)).containsExactly(sum(amounts), sum(amounts));
    }

    @Test
    void sums_are_exact_whether_amounts_have_few_digits_or_many() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            RandomGenerator chance =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            List<Double> few = new ArrayList<>();
            for (int row = 0; row < 200; row++) {
                few.add(chance.nextLong(1_000_000_000_000_000L) / 1e10);
            }
            assertThat(read(few)).containsExactly(sum(few), sum(few));

            List<Double> many = new ArrayList<>(few);
            many.set(chance.nextInt(200), chance.nextDouble());
            assertThat(read(many)).containsExactly(sum(many), sum(many));
        }
    }

    private static BigDecimal written(double amount) {
        return new BigDecimal(Double.toString(amount)).stripTrailingZeros();
    }

    private static BigDecimal sum(List<Double> amounts) {
        return amounts.stream()
                .map(DoubleAmountsTest::written)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
    }

    /** What the bill says that everything costs, and what its lines add up to. */
    private List<BigDecimal> read(List<Double> amounts) throws Exception {
        Path file = directory.resolve("bill.parquet");
        write(amounts, file);
        List<Charge> lines = new ArrayList<>();
        try (CostLedger ledger = BillFiles.at(file, InstantSource.system())) {
            BillReading reading = ledger.read(new BillQuery(MONTH, CostMetric.BILLED, Set.of()), lines::add);
            Money total = ((BillReading.Read) reading).facts().totals().getFirst();
            BigDecimal sum = lines.stream().map(line -> line.cost().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            return List.of(total.amount().stripTrailingZeros(), sum.stripTrailingZeros());
        }
    }

    private static void write(List<Double> amounts, Path file) throws SQLException {
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute("CREATE TABLE bill (BilledCost DOUBLE)");
            try (PreparedStatement insert = engine.prepareStatement("INSERT INTO bill VALUES (?)")) {
                for (double amount : amounts) {
                    insert.setDouble(1, amount);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute(
                    "COPY (SELECT BilledCost, 'USD' AS BillingCurrency, 'Usage' AS ChargeCategory, 'AWS' AS ProviderName,"
                            + " TIMESTAMP '2026-09-05' AS ChargePeriodStart FROM bill) TO '" + file
                            + "' (FORMAT parquet)");
        }
    }
}
