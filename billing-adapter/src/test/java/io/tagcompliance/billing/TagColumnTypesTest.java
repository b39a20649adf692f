package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.spi.CostLedger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes a Parquet file guesses types: tags are numbers or truth values there, and columns of nothing have any. */
class TagColumnTypesTest {
    private static final BillingPeriod MONTH = BillingPeriod.of(YearMonth.of(2026, 9));

    @TempDir
    private Path directory;

    /** The tags of the only charge of a CUR export with these columns. */
    private Map<String, String> tags(String columns) throws SQLException, InterruptedException {
        return tags(
                "cur.parquet",
                "'USD' AS line_item_currency_code, 'Usage' AS line_item_line_item_type,"
                        + " '111111111111' AS line_item_usage_account_id, 'AmazonEC2' AS line_item_product_code,"
                        + " TIMESTAMP '2026-09-01' AS line_item_usage_start_date, 'i-0123456789abcdef0' AS"
                        + " line_item_resource_id, 1.5 AS line_item_unblended_cost, " + columns);
    }

    private Map<String, String> tags(String name, String columns) throws SQLException, InterruptedException {
        Path file = directory.resolve(name);
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute("COPY (SELECT " + columns + ") TO '" + file + "'");
        }
        List<Charge> charges = new ArrayList<>();
        try (CostLedger ledger = BillFiles.at(file, InstantSource.system())) {
            assertThat(ledger.read(new BillQuery(MONTH, CostMetric.BILLED, Set.of()), charges::add))
                    .isInstanceOf(BillReading.Read.class);
        }
        assertThat(charges).hasSize(1);
        return charges.getFirst().tags().asMap();
    }

    @Test
    void numbers_and_truth_values_are_read_as_written_and_nothing_is_no_tag() throws Exception {
        assertThat(tags("""
                        CAST(1234 AS BIGINT) AS resource_tags_user_cost_center, true AS resource_tags_user_spot,
                        CAST(NULL AS INTEGER) AS resource_tags_user_owner, DATE '2026-01-02' AS resource_tags_user_until,
                        'a|b\\c' AS resource_tags_user_name"""))
                .isEqualTo(Map.of("cost_center", "1234", "spot", "true", "until", "2026-01-02", "name", "a|b\\c"));
    }

    @Test
    void a_column_for_each_of_hundreds_of_keys_is_read() throws Exception {
        String columns = IntStream.range(0, 500)
                .mapToObj(number -> "'v%1$d' AS resource_tags_user_k%1$d".formatted(number))
                .collect(Collectors.joining(", "));

        assertThat(tags(columns)).hasSize(500).containsEntry("k499", "v499");
    }

    private Map<String, String> focusTags(String tags) throws SQLException, InterruptedException {
        return tags(
                "focus.parquet",
                "'Usage' AS ChargeCategory, 'USD' AS BillingCurrency, TIMESTAMP '2026-09-01' AS"
                        + " ChargePeriodStart, 'i-1' AS ResourceId, 1.5 AS BilledCost, " + tags + " AS Tags");
    }

    /** As a view of BigQuery has them, in Parquet and in a text. */
    @Test
    void tags_of_google_cloud_are_a_list_of_pairs_that_say_where_they_come_from() throws Exception {
        String pairs = """
                [{'key': 'team', 'value': NULL, 'x_type': 'label', 'x_inherited': false},
                 {'key': 'team', 'value': 'core', 'x_type': 'label', 'x_inherited': false},
                 {'key': 'env', 'value': '', 'x_type': 'label', 'x_inherited': false},
                 {'key': 'team', 'value': 'above', 'x_type': 'tag', 'x_inherited': true}]""";

        for (String form : List.of("%s", "CAST(TO_JSON(%s) AS VARCHAR)")) {
            assertThat(focusTags(form.formatted(pairs))).as(form).isEqualTo(Map.of("team", "core", "env", ""));
            assertThat(focusTags(form.formatted(pairs + "[1:0]"))).as(form).isEmpty();
        }
    }
}
