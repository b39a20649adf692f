package io.tagcompliance.billing;

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
import java.util.Set;
import java.util.SplittableRandom;

/** Bills of chance, with what real ones have: credits, several tag sets of one resource, keys in other cases, three providers. */
final class RandomBill {
    private static final List<String> SERVICES = List.of(
            "Amazon Elastic Compute Cloud", "AWS Data Transfer", "Virtual Machines", "Bandwidth", "Compute Engine");
    private static final List<Cloud> CLOUDS = List.of(Cloud.AWS, Cloud.AWS, Cloud.AZURE, Cloud.AZURE, Cloud.GCP);
    private static final List<String> KEYS = List.of("CostCenter", "Owner", "costcenter", " Owner", "Name");
    private static final List<String> VALUES = List.of("cc-1", "cc-2", "cc-9", "", " ", "me@example.com", "CC-1");
    private static final List<Currency> CURRENCIES =
            List.of(Currency.getInstance("USD"), Currency.getInstance("USD"), Currency.getInstance("EUR"));

    private final SplittableRandom chance;
    private final BillingPeriod period;

    private RandomBill(SplittableRandom chance, BillingPeriod period) {
        this.chance = chance;
        this.period = period;
    }

    /** Rows that a Cost and Usage Report can hold: of AWS, of one service, with effective costs where a plan covers usage. */
    static List<ChargeRow> ofAws(long seed, BillingPeriod period) {
        return of(seed, period).stream().map(RandomBill::asInCur).toList();
    }

    private static ChargeRow asInCur(ChargeRow row) {
        ChargePlace place =
                new ChargePlace(Cloud.AWS, row.place().account(), row.place().region(), SERVICES.getFirst());
        boolean differs = row.kind() == ChargeKind.USAGE || row.kind() == ChargeKind.UNUSED_COMMITMENT;
        Map<String, String> tags = new LinkedHashMap<>(row.tags().asMap());
        tags.keySet().retainAll(Set.of("CostCenter", "Owner"));
        tags.values().removeIf(String::isEmpty);
        return new ChargeRow(
                row.day(),
                row.kind(),
                place,
                row.place().cloud().equals(Cloud.AWS) ? row.what() : new Charged.NoResource(),
                Tags.of(tags),
                differs ? row.effective() : row.billed(),
                row.billed());
    }

    static List<ChargeRow> of(long seed, BillingPeriod period) {
        RandomBill bill = new RandomBill(new SplittableRandom(seed), period);
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
        int service = chance.nextInt(SERVICES.size());
        ChargePlace place = new ChargePlace(
                CLOUDS.get(service),
                new AccountId("11111111111" + chance.nextInt(3)),
                new Region("eu-west-" + (1 + chance.nextInt(2))),
                SERVICES.get(service));
        ChargeKind kind = chance.nextInt(3) > 0 ? ChargeKind.USAGE : pick(List.of(ChargeKind.values()));
        Currency currency = pick(CURRENCIES);
        Money billed = new Money(amount(), currency);
        return new ChargeRow(
                period.start().plusDays(chance.nextInt((int) period.days())),
                kind,
                place,
                kind == ChargeKind.USAGE && chance.nextInt(4) > 0 ? resource(place) : new Charged.NoResource(),
                tags(),
                chance.nextBoolean() ? billed : new Money(amount(), currency),
                billed);
    }

    private BigDecimal amount() {
        long digits = chance.nextLong(1, 100_000_000) * (chance.nextInt(10) == 0 ? -1 : 1);
        return BigDecimal.valueOf(digits, chance.nextInt(12));
    }

    private Charged resource(ChargePlace place) {
        if (place.cloud().equals(Cloud.AWS) && chance.nextInt(8) == 0) {
            String model = "arn:aws:bedrock:%s::foundation-model/amazon.nova-lite-v1:0".formatted(place.region());
            return new Charged.OfResource(
                    new ResourceId(place.cloud(), model), new ResourceType("bedrock:foundation-model"));
        }
        String number = "%012x".formatted(chance.nextInt(6));
        String id = switch (place.cloud().id()) {
            case "aws" -> "arn:aws:ec2:%s:%s:instance/i-0%s".formatted(place.region(), place.account(), number);
            case "azure" ->
                "/subscriptions/%s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm-%s"
                        .formatted(place.account(), number);
            default -> "//compute.googleapis.com/projects/%s/zones/z/instances/%s".formatted(place.account(), number);
        };
        return new Charged.OfResource(new ResourceId(place.cloud(), id), new ResourceType("ec2:instance"));
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
