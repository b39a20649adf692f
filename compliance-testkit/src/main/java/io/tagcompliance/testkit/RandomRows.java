package io.tagcompliance.testkit;

import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of chance, which go on without an end. */
final class RandomRows {
    private static final List<String> SERVICES = List.of(
            "Amazon Elastic Compute Cloud", "AWS Data Transfer", "Virtual Machines", "Bandwidth", "Compute Engine");
    private static final List<Cloud> CLOUDS = List.of(Cloud.AWS, Cloud.AWS, Cloud.AZURE, Cloud.AZURE, Cloud.GCP);
    private static final List<String> KEYS = List.of("CostCenter", "Owner", "costcenter", " Owner", "Name");
    private static final List<String> VALUES = List.of("cc-1", "cc-2", "cc-9", "", " ", "me@example.com", "CC-1");
    private static final List<Currency> CURRENCIES =
            List.of(Currency.getInstance("USD"), Currency.getInstance("USD"), Currency.getInstance("EUR"));

    private final SplittableRandom chance;
    private final BillingPeriod period;

    RandomRows(SplittableRandom chance, BillingPeriod period) {
        this.chance = chance;
        this.period = period;
    }

    List<ChargeRow> some() {
        return Stream.generate(this::row).limit(1 + chance.nextInt(120)).toList();
    }

    /** Pods on machines that have nothing else to do, so that no other row is taken for one of these. */
    List<SplitRow> someSplit() {
        return IntStream.range(0, chance.nextInt(4)).mapToObj(this::split).toList();
    }

    private SplitRow split(int number) {
        Currency currency = pick(CURRENCIES);
        ChargeRow machine = new ChargeRow(
                period.start().plusDays(chance.nextInt((int) period.days())),
                ChargeKind.USAGE,
                new ChargePlace(
                        Cloud.AWS,
                        new AccountId("11111111111" + chance.nextInt(3)),
                        new Region("eu-west-" + (1 + chance.nextInt(2))),
                        SERVICES.getFirst()),
                new Charged.NoResource(),
                tags(),
                new Money(BigDecimal.ZERO, currency),
                new Money(BigDecimal.ZERO, currency));
        int digits = chance.nextInt(12);
        List<ChargeRow> pods = IntStream.rangeClosed(1, 1 + chance.nextInt(3))
                .mapToObj(pod -> machine.of(pod(machine.place(), number + "-" + pod))
                        .tagged(ofPod(machine.tags()))
                        .costing(part(digits, currency), part(digits, currency)))
                .toList();
        ChargeRow whole = machine.of(instance(machine.place(), "%012x".formatted(100 + number)))
                .costing(sum(pods, CostMetric.EFFECTIVE), sum(pods, CostMetric.BILLED));
        return new SplitRow(whole, pods);
    }

    /** Those of the machine, or some of them others. */
    private Tags ofPod(Tags ofMachine) {
        if (chance.nextBoolean()) {
            return ofMachine;
        }
        Map<String, String> tags = new LinkedHashMap<>(ofMachine.asMap());
        tags.put("CostCenter", pick(List.of("cc-1", "cc-9")));
        return Tags.of(tags);
    }

    private Money part(int digits, Currency currency) {
        return new Money(BigDecimal.valueOf(chance.nextLong(1, 10_000_000), digits), currency);
    }

    private static Money sum(List<ChargeRow> rows, CostMetric metric) {
        return rows.stream().map(row -> row.cost(metric)).reduce(Money::plus).orElseThrow();
    }

    private static Charged pod(ChargePlace place, String name) {
        String id = "arn:aws:eks:%s:%s:pod/demo/%s".formatted(place.region(), place.account(), name);
        return new Charged.OfResource(new ResourceId(place.cloud(), id), new ResourceType("eks:pod"));
    }

    private static Charged instance(ChargePlace place, String number) {
        String id = "arn:aws:ec2:%s:%s:instance/i-0%s".formatted(place.region(), place.account(), number);
        return new Charged.OfResource(new ResourceId(place.cloud(), id), new ResourceType("ec2:instance"));
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
        if (place.cloud().equals(Cloud.AWS)) {
            return instance(place, number);
        }
        String id = place.cloud().equals(Cloud.AZURE)
                ? "/subscriptions/%s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm-%s"
                        .formatted(place.account(), number)
                : "//compute.googleapis.com/projects/%s/zones/z/instances/%s".formatted(place.account(), number);
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
