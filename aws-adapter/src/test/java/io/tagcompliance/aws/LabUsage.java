package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.testkit.ChargeRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Usage of the last days as Cost Explorer of the lab bills it: rows of one service, and what the product makes of them. */
final class LabUsage {
    static final LocalDate OLDEST = LocalDate.of(2026, 10, 18);
    static final BillingPeriod LATELY = new BillingPeriod(OLDEST, LocalDate.of(2026, 10, 31));
    static final Set<TagKey> KEYS = new LinkedHashSet<>(List.of(new TagKey("CostCenter"), new TagKey("Owner")));
    static final String COMPUTE = "Amazon Elastic Compute Cloud - Compute";
    static final Map<String, String> RIGHT = Map.of("CostCenter", "cc-1", "Owner", "ann");

    private LabUsage() {}

    static ChargeRow row(String resource, int day, Map<String, String> tags, String amount) {
        Charged what = resource.isEmpty()
                ? new Charged.NoResource()
                : new Charged.OfResource(new ResourceId(Cloud.AWS, resource), new ResourceType("ec2:instance"));
        ChargePlace place = new ChargePlace(Cloud.AWS, new AccountId("111111111111"), new Region("eu-west-1"), COMPUTE);
        Money cost = new Money(new BigDecimal(amount), LabBills.USD);
        return new ChargeRow(OLDEST.plusDays(day), ChargeKind.USAGE, place, what, Tags.of(tags), cost, cost);
    }

    static ChargeRow inService(String service, String amount) {
        ChargeRow row = row("arn:aws:any:eu-west-1:111111111111:thing/one", 1, Map.of(), amount);
        ChargePlace place =
                new ChargePlace(Cloud.AWS, row.place().account(), row.place().region(), service);
        return new ChargeRow(row.day(), row.kind(), place, row.what(), row.tags(), row.effective(), row.billed());
    }

    /** What the product reads of the bill. */
    static List<Charge> lines(CostLab lab, Set<TagKey> keys) throws InterruptedException {
        List<Charge> lines = new ArrayList<>();
        try (CostLedger ledger = lab.ledger(CostLab.PLENTY)) {
            assertThat(ledger.read(new BillQuery(LATELY, CostMetric.BILLED, keys), lines::add))
                    .isInstanceOf(BillReading.Read.class);
        }
        return lines;
    }

    static Map<String, BigDecimal> byResource(List<Charge> lines) {
        return lines.stream()
                .collect(Collectors.toMap(
                        line -> line.what() instanceof Charged.OfResource resource
                                ? resource.id().text()
                                : line.what().getClass().getSimpleName(),
                        line -> line.cost().amount(),
                        BigDecimal::add));
    }
}
