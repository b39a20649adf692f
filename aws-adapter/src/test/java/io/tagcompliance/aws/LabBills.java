package io.tagcompliance.aws;

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
import io.tagcompliance.testkit.ChargeRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Bills of chance of one cloud. Usage costs something: Cost Explorer nets what was taken back, which rows don't. */
final class LabBills {
    static final Currency USD = Currency.getInstance("USD");
    static final Currency EUR = Currency.getInstance("EUR");

    private static final List<String> SERVICES = List.of(
            "Amazon Elastic Compute Cloud", "EC2 - Other", "AWS Lambda", "AmazonCloudWatch", "AWS Data Transfer");
    private static final List<String> KEYS = List.of("CostCenter", "Owner", "costcenter", "Stage");
    private static final List<String> VALUES = List.of("cc-1", "cc-2", "cc-9", "a$b", "CC-1", "x \"y\" \\z");
    private static final List<ChargeKind> CREDITS = List.of(ChargeKind.CREDIT, ChargeKind.REFUND);

    private final SplittableRandom chance;
    private final BillingPeriod period;
    private final List<Currency> currencies;

    private LabBills(SplittableRandom chance, BillingPeriod period, List<Currency> currencies) {
        this.chance = chance;
        this.period = period;
        this.currencies = currencies;
    }

    static List<ChargeRow> of(long seed, BillingPeriod period, List<Currency> currencies) {
        LabBills bill = new LabBills(new SplittableRandom(seed), period, currencies);
        List<ChargeRow> rows = new ArrayList<>();
        int count = 1 + bill.chance.nextInt(120);
        for (int row = 0; row < count; row++) {
            rows.add(bill.row());
        }
        return rows;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    private ChargeRow row() {
        ChargePlace place = new ChargePlace(
                Cloud.AWS,
                new AccountId("11111111111" + chance.nextInt(3)),
                new Region("eu-west-" + (1 + chance.nextInt(2))),
                pick(SERVICES));
        ChargeKind kind = chance.nextInt(3) > 0 ? ChargeKind.USAGE : pick(List.of(ChargeKind.values()));
        Currency currency = pick(currencies);
        Money billed = new Money(amount(kind), currency);
        Charged what = kind == ChargeKind.USAGE && chance.nextInt(4) > 0
                ? new Charged.OfResource(
                        new ResourceId(Cloud.AWS, "arn:aws:ec2:eu-west-1:111111111111:instance/i-" + chance.nextInt(6)),
                        new ResourceType("ec2:instance"))
                : new Charged.NoResource();
        return new ChargeRow(
                period.start().plusDays(chance.nextInt((int) period.days())),
                kind,
                place,
                what,
                tags(),
                chance.nextBoolean() ? billed : new Money(amount(kind), currency),
                billed);
    }

    private BigDecimal amount(ChargeKind kind) {
        BigDecimal amount = BigDecimal.valueOf(chance.nextLong(1, 100_000_000), chance.nextInt(12));
        return CREDITS.contains(kind) ? amount.negate() : amount;
    }

    private Tags tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        int count = chance.nextInt(4);
        for (int tag = 0; tag < count; tag++) {
            tags.put(pick(KEYS), pick(VALUES));
        }
        if (chance.nextInt(3) == 0) {
            tags.put("CostCenter", "cc-1");
            tags.put("Owner", "team-a");
        }
        return Tags.of(tags);
    }
}
