package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.spi.CostLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the versions of FOCUS say each in its own columns. */
class FocusVersionsTest {
    private static final BillingPeriod PERIOD = BillingPeriod.of(YearMonth.of(2026, 9));
    private static final InstantSource LATER = InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));

    @TempDir
    Path directory;

    /** The columns that say who stands behind a row. */
    enum Version {
        V1_0,
        V1_1,
        V1_2,
        V1_3,
        V1_4;

        List<String> columns() {
            return switch (this) {
                case V1_0, V1_1, V1_2 -> List.of("ProviderName", "PublisherName", "InvoiceIssuerName");
                case V1_3 ->
                    List.of(
                            "ProviderName",
                            "PublisherName",
                            "ServiceProviderName",
                            "HostProviderName",
                            "InvoiceIssuerName");
                case V1_4 -> List.of("ServiceProviderName", "HostProviderName", "InvoiceIssuerName");
            };
        }
    }

    /** Something that was bought, and who stood behind it, by column. */
    private record Purchase(int cost, Map<String, String> parties) {
        /** @param parties in the order of {@link Version#V1_3}, which has all columns */
        static Purchase of(int cost, String... parties) {
            Map<String, String> byColumn = new HashMap<>();
            for (int at = 0; at < parties.length; at++) {
                byColumn.put(Version.V1_3.columns().get(at), parties[at]);
            }
            return new Purchase(cost, byColumn);
        }

        String line(Version version) {
            List<String> cells =
                    new ArrayList<>(List.of("2026-09-03T00:00:00Z", cost + ".00", "USD", "Usage", "Product " + cost));
            version.columns().forEach(column -> cells.add(parties.getOrDefault(column, "")));
            return String.join(",", cells);
        }
    }

    private static final List<Purchase> PURCHASES = List.of(
            Purchase.of(1, "AWS", "AWS", "AWS", "AWS", "AWS"),
            Purchase.of(2, "AWS", "Fernlight Software", "Fernlight Software", "AWS", "AWS"),
            Purchase.of(3, "AWS", "Fernlight Software", "Fernlight Software", "NULL", "Amazon Web Services"),
            Purchase.of(4, "Microsoft", "Microsoft", "Microsoft", "Orchard Networks", "Orchard Networks"),
            Purchase.of(5, "Google Cloud", "Google Cloud", "Hillmark Managed", "Google Cloud", "Hillmark Managed"),
            Purchase.of(6, "Fernlight Software", "Fernlight Software", "Fernlight Software", "", "Fernlight Software"));

    private List<Charge> read(List<String> lines) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("focus.csv"), lines);
        List<Charge> charges = new ArrayList<>();
        try (CostLedger ledger = BillFiles.at(file, LATER)) {
            BillReading reading = ledger.read(new BillQuery(PERIOD, CostMetric.BILLED, Set.of()), charges::add);
            assertThat(reading).isInstanceOf(BillReading.Read.class);
        }
        return charges;
    }

    @Test
    void who_stands_behind_a_charge_is_the_same_in_each() throws IOException, InterruptedException {
        for (Version version : Version.values()) {
            String header = "ChargePeriodStart,BilledCost,BillingCurrency,ChargeCategory,ServiceName,"
                    + String.join(",", version.columns());
            List<String> lines = Stream.concat(
                            Stream.of(header), PURCHASES.stream().map(purchase -> purchase.line(version)))
                    .toList();

            assertThat(read(lines))
                    .as(version.name())
                    .extracting(
                            charge -> charge.cost().amount().intValueExact(),
                            charge -> charge.place().cloud().id(),
                            Charge::kind)
                    .containsExactlyInAnyOrder(
                            tuple(1, "aws", ChargeKind.USAGE),
                            tuple(2, "aws", ChargeKind.MARKETPLACE),
                            tuple(3, "aws", ChargeKind.MARKETPLACE),
                            tuple(4, "azure", ChargeKind.USAGE),
                            tuple(5, "gcp", ChargeKind.USAGE),
                            tuple(6, "fernlight-software", ChargeKind.USAGE));
        }
    }

    @Test
    void tags_of_a_part_take_the_place_of_those_of_the_whole() throws IOException, InterruptedException {
        String whole =
                "2026-09-03T00:00:00Z,10.00,USD,Usage,AWS,cluster-1,,,\"{\"\"CostCenter\"\":\"\"cc-1\"\",\"\"Owner\"\":\"\"platform\"\"}\",";
        String part =
                "2026-09-03T00:00:00Z,%s,USD,Usage,AWS,cluster-1,by-processor-time,pod-%s,\"{\"\"CostCenter\"\":\"\"cc-1\"\",\"\"Owner\"\":\"\"platform\"\"}\",\"{\"\"CostCenter\"\":\"\"%s\"\"}\"";
        List<Charge> charges = read(List.of(
                "ChargePeriodStart,BilledCost,BillingCurrency,ChargeCategory,ProviderName,ResourceId,AllocatedMethodId,AllocatedResourceId,Tags,AllocatedTags",
                whole,
                part.formatted("4.00", "a", "cc-2"),
                part.formatted("6.00", "b", "cc-3")));

        assertThat(charges)
                .extracting(
                        charge -> charge.cost().amount().intValueExact(),
                        charge -> charge.tags().asMap())
                .containsExactlyInAnyOrder(
                        tuple(4, Map.of("CostCenter", "cc-2", "Owner", "platform")),
                        tuple(6, Map.of("CostCenter", "cc-3", "Owner", "platform")));
    }
}
