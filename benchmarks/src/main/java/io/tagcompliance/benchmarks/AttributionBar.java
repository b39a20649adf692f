package io.tagcompliance.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.tagcompliance.billing.BillFiles;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Bar P9: the attribution gap of a FOCUS export in Parquet, against the bare exact sum of one column by the engine, by the CPU
 * time of the whole process, since the engine works on threads of its own.
 */
final class AttributionBar {
    private static final BillingPeriod PERIOD = BillingPeriod.of(YearMonth.of(2026, 10));
    private static final int DAYS = 30;

    /** As many as the other bars have. */
    private static final int WARMING_UP = 2;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private AttributionBar() {}

    /** @param arguments how many rows (5,000,000) and how many pairs (5) */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000_000;
        int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        run(rows, pairs, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(int rows, int pairs, PrintWriter out) throws Exception {
        Path directory = Files.createTempDirectory("bill");
        Path tagsAsJson = directory.resolve("json.parquet");
        Path tagsAsColumns = directory.resolve("columns.parquet");
        try {
            write(rows, tagsAsJson, tagsAsColumns);
            out.printf("%,d rows, %d pairs%n", rows, pairs);
            compare(new Side("tags as JSON (FOCUS)", tagsAsJson, "EffectiveCost"), pairs, out);
            compare(new Side("a column for each tag (CUR)", tagsAsColumns, "line_item_unblended_cost"), pairs, out);
        } finally {
            Files.deleteIfExists(tagsAsJson);
            Files.deleteIfExists(tagsAsColumns);
            Files.delete(directory);
        }
    }

    /** A form of the bill. */
    private record Side(String name, Path file, String column) {
        String sum(String amount) {
            return "SELECT SUM(" + amount + ") FROM '" + file + "'";
        }
    }

    private static void compare(Side side, int pairs, PrintWriter out) throws Exception {
        Path file = side.file();
        String column = '"' + side.column() + '"';
        String exact = side.sum("CAST(CAST(" + column + " AS VARCHAR) AS DECIMAL(38,20))");
        String plain = side.sum(column);
        BigDecimal sum = new BigDecimal(ask(exact));
        CurrencyShare share = split(file);
        if (share.total().amount().compareTo(sum) != 0 || !share.reconciles()) {
            throw new IllegalStateException("the buckets don't add up to the bare sum");
        }
        List<Double> ofExact = new ArrayList<>();
        List<Double> ofPlain = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (int pair = -WARMING_UP; pair < pairs; pair++) {
            double gap = cpu(() -> split(file));
            double exactSum = cpu(() -> ask(exact));
            double plainSum = cpu(() -> ask(plain));
            if (pair >= 0) {
                seconds.add(gap);
                ofExact.add(gap / exactSum);
                ofPlain.add(gap / plainSum);
            }
        }
        out.printf(
                "%-28s equal to the last digit; %.2f CPU-s, %.1f x the exact sum, %.1f x the sum of doubles%n",
                side.name(), median(seconds), median(ofExact), median(ofPlain));
    }

    private static double median(List<Double> numbers) {
        Collections.sort(numbers);
        return numbers.get(numbers.size() / 2);
    }

    /** Something that takes time. */
    private interface Work {
        Object run() throws Exception;
    }

    private static double cpu(Work work) throws Exception {
        long began = SYSTEM.getProcessCpuTime();
        work.run();
        return (SYSTEM.getProcessCpuTime() - began) / 1e9;
    }

    private static String ask(String sql) throws SQLException {
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static CurrencyShare split(Path file) throws InterruptedException {
        TagPolicy policy = EightRules.policy();
        try (TagCompliance compliance = TagCompliance.judgedBy(policy)
                .billedBy(BillFiles.at(file, InstantSource.system()))
                .build()) {
            CostAttribution attribution = compliance
                    .attribution()
                    .attribute(AttributionRequest.ofLastMonth().over(PERIOD), Patience.UNLIMITED);
            return ((CostAttribution.Known) attribution).shares().getFirst();
        }
    }

    /** A month of days of so many resources, four in five of them tagged, in both forms. */
    private static void write(int rows, Path tagsAsJson, Path tagsAsColumns) throws SQLException, IOException {
        String resources = """
                CREATE TABLE resource AS SELECT number, lpad((number %% 40)::VARCHAR, 12, '1') AS account,
                  ['Amazon Elastic Compute Cloud', 'Amazon Simple Storage Service', 'AWS Lambda'][1 + number %% 3] AS service,
                  'us-east-' || (1 + number %% 3) AS region, number %% 5 > 0 AS tagged,
                  'cc-' || (number %% 300) AS cost_center, ['production', 'staging'][1 + number %% 2] AS environment,
                  'user' || (number %% 997) || '@example.com' AS owner FROM range(%d) t(number)
                """.formatted(Math.max(1, rows / DAYS));
        String days = " FROM range(" + DAYS + ") d(day), resource) TO '%s' (FORMAT parquet)";
        String cost = "(hash(number * 31 + day) % 1000000) / 1000000.0::DOUBLE";
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute(resources);
            statement.execute("COPY (SELECT 'USD' AS BillingCurrency, 'Usage' AS ChargeCategory, 'AWS' AS ProviderName,"
                    + " account AS SubAccountId, service AS ServiceName, region AS RegionId,"
                    + " TIMESTAMP '2026-10-01' + day * INTERVAL 1 DAY AS ChargePeriodStart,"
                    + " 'arn:aws:ec2:' || region || ':' || account || ':instance/i-' || lpad(to_hex(number), 17, '0')"
                    + " AS ResourceId, " + cost + " AS EffectiveCost, " + cost + " AS BilledCost,"
                    + " CASE WHEN tagged THEN '{\"CostCenter\":\"' || cost_center || '\",\"Environment\":\"' || environment"
                    + " || '\",\"Owner\":\"' || owner || '\",\"Name\":\"host-' || number || '\"}' ELSE '{}' END AS Tags"
                    + days.formatted(tagsAsJson));
            statement.execute("COPY (SELECT 'USD' AS line_item_currency_code, 'Usage' AS line_item_line_item_type,"
                    + " account AS line_item_usage_account_id, 'AmazonEC2' AS line_item_product_code,"
                    + " region AS product_region_code,"
                    + " TIMESTAMP '2026-10-01' + day * INTERVAL 1 DAY AS line_item_usage_start_date,"
                    + " 'i-' || lpad(to_hex(number), 17, '0') AS line_item_resource_id, " + cost
                    + " AS line_item_unblended_cost,"
                    + " CASE WHEN tagged THEN cost_center END AS resource_tags_user_cost_center,"
                    + " CASE WHEN tagged THEN environment END AS resource_tags_user_environment,"
                    + " CASE WHEN tagged THEN owner END AS resource_tags_user_owner"
                    + days.formatted(tagsAsColumns));
        }
    }
}
