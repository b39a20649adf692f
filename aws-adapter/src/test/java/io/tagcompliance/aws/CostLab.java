package io.tagcompliance.aws;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Cost Explorer of the lab, and how the product asks it. */
final class CostLab implements AutoCloseable {
    static final BillingPeriod PERIOD = new BillingPeriod(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 10, 1));
    static final int PLENTY = 1000;

    private final AwsLab lab = new AwsLab(LabEstate.ofEverything(1));
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T00:00:00Z"));

    CostLab() {
        lab.costs().activate("CostCenter", "Owner", "Stage");
    }

    AwsLab lab() {
        return lab;
    }

    LabCosts costs() {
        return lab.costs();
    }

    SettableClock clock() {
        return clock;
    }

    CostLedger ledger(int mostPaidCalls) {
        return AwsCloud.costExplorer(
                new AwsSettings(Set.of(LabEstate.IRELAND)), mostPaidCalls, clock, lab.connection());
    }

    /** The ledger of an account that is at home there. */
    CostLedger ledgerOf(Region home) {
        return AwsCloud.costExplorer(new AwsSettings(Set.of(home)), PLENTY, clock, lab.connection());
    }

    private static TagPolicy policy() {
        String json = """
                {"version": "3.0", "allocation_keys": ["CostCenter", "Owner"],
                 "required_tags": [{"name": "CostCenter", "allowed_values": ["cc-1", "cc-2"]}, {"name": "Owner"}],
                 "tag_naming_rules": {"case_sensitivity": true}}
                """;
        return ((PolicyReading.Accepted) PolicyReader.read(json.getBytes(StandardCharsets.UTF_8))).policy();
    }

    CostAttribution attribution(AttributionRequest request, CostLedger ledger) throws InterruptedException {
        try (TagCompliance compliance =
                TagCompliance.judgedBy(policy()).billedBy(ledger).build()) {
            return compliance.attribution().attribute(request, Patience.UNLIMITED);
        }
    }

    CostAttribution attribution() throws InterruptedException {
        return attribution(AttributionRequest.ofLastMonth().over(PERIOD), ledger(PLENTY));
    }

    /** A check of nothing, with this bill. */
    ComplianceCheck check() throws InterruptedException {
        try (TagCompliance compliance = TagCompliance.judgedBy(policy())
                .billedBy(ledger(PLENTY))
                .at(clock)
                .build()) {
            return compliance.check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);
        }
    }

    static BillQuery query(String... keys) {
        Set<TagKey> asked = new LinkedHashSet<>();
        Stream.of(keys).map(TagKey::new).forEach(asked::add);
        return new BillQuery(PERIOD, CostMetric.EFFECTIVE, asked);
    }

    static BillReading read(BillQuery query, CostLedger ledger) throws InterruptedException {
        return ledger.read(query, charge -> {});
    }

    long paidCalls() {
        return lab.calls().stream().filter(call -> call.service().equals("ce")).count();
    }

    @Override
    public void close() {
        lab.close();
    }
}
