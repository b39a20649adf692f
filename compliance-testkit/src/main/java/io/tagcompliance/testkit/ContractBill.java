package io.tagcompliance.testkit;

import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rows that ledgers are tested with. */
final class ContractBill {
    static final BillingPeriod PERIOD = BillingPeriod.of(YearMonth.of(2026, 9));
    static final Currency USD = Currency.getInstance("USD");
    static final Currency EUR = Currency.getInstance("EUR");
    static final Set<TagKey> KEYS = Set.of(new TagKey("CostCenter"), new TagKey("Owner"), new TagKey("Stage"));

    private static final ChargePlace PLACE = new ChargePlace(
            Cloud.AWS, new AccountId("111111111111"), new Region("eu-west-1"), "Amazon Elastic Compute Cloud");

    private ContractBill() {}

    /** Use of a resource, on that day of the period. */
    static ChargeRow usage(int day, String resource, String cost) {
        return row(day, ChargeKind.USAGE, charged(resource), cost).costing(dollars(cost));
    }

    private static ChargeRow row(int day, ChargeKind kind, Charged what, String cost) {
        return new ChargeRow(
                PERIOD.start().plusDays(day - 1),
                kind,
                PLACE,
                what,
                Tags.of(Map.of("CostCenter", "cc-1")),
                dollars(cost),
                dollars(cost));
    }

    private static Charged charged(String resource) {
        String id = resource.startsWith("i-") ? "arn:aws:ec2:eu-west-1:111111111111:instance/" + resource : resource;
        return new Charged.OfResource(new ResourceId(Cloud.AWS, id), new ResourceType("ec2:instance"));
    }

    static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    static ChargeRow on(LocalDate day, ChargeRow row) {
        return new ChargeRow(day, row.kind(), row.place(), row.what(), row.tags(), row.effective(), row.billed());
    }

    /** Two rows of each kind, whose effective and billed costs differ where a bill can have that. */
    static List<ChargeRow> ofEveryKind() {
        List<ChargeRow> rows = new ArrayList<>();
        int number = 0;
        for (ChargeKind kind : ChargeKind.values()) {
            number++;
            String sign = kind == ChargeKind.CREDIT || kind == ChargeKind.REFUND ? "-" : "";
            Charged what = kind == ChargeKind.USAGE ? charged("i-0123456789abcdef0") : new Charged.NoResource();
            rows.add(row(number, kind, what, sign + number + ".25"));
            rows.add(row(number + 1, kind, what, sign + "0.5"));
        }
        ChargeRow covered = row(20, ChargeKind.USAGE, charged("i-0123456789abcdef1"), "8");
        rows.add(new ChargeRow(
                covered.day(),
                covered.kind(),
                covered.place(),
                covered.what(),
                covered.tags(),
                dollars("5"),
                dollars("8")));
        return rows;
    }

    /** One resource under several sets of tags, which are easily taken for each other. */
    static List<ChargeRow> withAwkwardTags() {
        ChargeRow usage = usage(5, "i-0123456789abcdef0", "1");
        return Stream.of(
                        Map.<String, String>of(),
                        Map.of("CostCenter", "a b"),
                        Map.of("CostCenter", " a b"),
                        Map.of("CostCenter", "it''s \"quoted\", {braced}: [x] \\ back"),
                        Map.of("CostCenter", "Zürich → 東京 \uD83D\uDE00"),
                        Map.of("CostCenter", "=1+1", "Owner", "a$b=c"),
                        Map.of("Owner", "a$b"))
                .map(Tags::of)
                .map(tags -> new ChargeRow(
                        usage.day(),
                        usage.kind(),
                        usage.place(),
                        usage.what(),
                        tags,
                        usage.effective(),
                        usage.billed()))
                .toList();
    }

    /** Twenty resources, each under five sets of tags, in no order. */
    static List<ChargeRow> withManyTagSets() {
        List<ChargeRow> rows = new ArrayList<>();
        for (int set = 0; set < 5; set++) {
            for (int number = 0; number < 20; number++) {
                ChargeRow usage = usage(1 + set, "i-0123456789abcd%03x".formatted((number * 7) % 20), "0.1");
                rows.add(new ChargeRow(
                        usage.day(),
                        usage.kind(),
                        usage.place(),
                        usage.what(),
                        Tags.of(Map.of("CostCenter", "cc-" + set)),
                        usage.effective(),
                        usage.billed()));
            }
        }
        return rows;
    }
}
