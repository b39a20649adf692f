package io.tagcompliance.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A table of costs says what a map would, to the last digit, in less memory. */
class CostTableTest {
    private static final List<Cloud> CLOUDS = List.of(Cloud.AWS, Cloud.AZURE, Cloud.GCP);
    private static final List<String> HEADS =
            List.of("arn:aws:ec2:eu-west-1:111111111111:instance/", "/Subscriptions/S/x/", "i-", "", "::");

    private static final Billed BILLED =
            new Billed(Cloud.AWS, new AccountId("111111111111"), new ResourceType("ec2:instance"));

    private final SplittableRandom chance = new SplittableRandom(7);

    private <T> T pick(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    private ResourceId id() {
        String tail = pick(List.of("a", "A", "\u00e4", "\ud83d\ude00")) + chance.nextInt(300);
        return new ResourceId(pick(CLOUDS), pick(HEADS) + tail);
    }

    private BigDecimal amount() {
        BigDecimal small = BigDecimal.valueOf(chance.nextLong(), chance.nextInt(20));
        return switch (chance.nextInt(10)) {
            case 0 -> small.multiply(new BigDecimal("123456789123456789.000000001"));
            case 1 -> small.setScale(200);
            case 2 -> BigDecimal.ZERO;
            default -> small;
        };
    }

    @Test
    void it_says_what_a_map_says_whatever_the_ids_and_the_amounts() {
        Map<ResourceId, BigDecimal> plain = new HashMap<>();
        CostTable.Filling filling = new CostTable.Filling();
        for (int line = 0; line < 20_000; line++) {
            ResourceId id = id();
            BigDecimal amount = amount();
            plain.merge(id, amount, BigDecimal::add);
            filling.add(id, BILLED, amount);
        }
        CostTable table = filling.table();

        assertThat(table.size()).isEqualTo(plain.size());
        plain.forEach((id, amount) -> assertThat(table.cost(table.find(id))).isEqualTo(amount));
        assertThat(table.find(new ResourceId(Cloud.AWS, "i-nobody"))).isEqualTo(IdTable.NONE);
    }

    @Test
    void a_sum_is_that_of_the_amounts_to_the_last_digit() {
        CostTable.Filling filling = new CostTable.Filling();
        List<BigDecimal> amounts = new ArrayList<>();
        for (int line = 0; line < 3_000; line++) {
            amounts.add(line % 3 == 0 ? BigDecimal.valueOf(chance.nextLong() | Long.MIN_VALUE, 2) : amount());
            filling.add(new ResourceId(Cloud.AWS, "i-" + line), BILLED, amounts.getLast());
        }
        CostTable table = filling.table();

        for (int round = 0; round < 300; round++) {
            int[] some = IntStream.generate(() -> chance.nextInt(amounts.size()))
                    .limit(chance.nextInt(1, 40))
                    .toArray();
            assertThat(table.sum(Arrays.stream(some)))
                    .isEqualTo(Arrays.stream(some).mapToObj(amounts::get).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    /** Strangers choose names, and know how the platform makes a hash of a text. */
    @Test
    @Timeout(10)
    void ids_that_share_a_hash_are_found_as_soon_as_others() {
        int bits = 16;
        IdTable table = new IdTable();
        for (int number = 0; number < 1 << bits; number++) {
            StringBuilder name = new StringBuilder("arn:aws:sqs:eu-west-1:111111111111:");
            for (int bit = 0; bit < bits; bit++) {
                name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
            }
            table.add(new ResourceId(Cloud.AWS, name.toString()));
        }

        assertThat(table.size()).isEqualTo(1 << bits);
    }

    @Test
    void it_compares_as_amounts_do() {
        CostTable.Filling filling = new CostTable.Filling();
        List<BigDecimal> amounts = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            BigDecimal amount = amount();
            amounts.add(amount);
            filling.add(new ResourceId(Cloud.AWS, "i-" + number), BILLED, amount);
        }
        CostTable table = filling.table();

        for (int one = 0; one < amounts.size(); one++) {
            for (int other = 0; other < amounts.size(); other++) {
                assertThat(Integer.signum(table.compare(one, other)))
                        .isEqualTo(amounts.get(one).compareTo(amounts.get(other)));
            }
        }
    }

    @Test
    void ids_whose_hashes_are_the_same_are_told_apart() {
        CostTable.Filling filling = new CostTable.Filling();
        for (String id : List.of("AaAa", "BBBB", "AaBB", "BBAa")) {
            filling.add(new ResourceId(Cloud.AWS, id), BILLED, BigDecimal.ONE);
        }

        assertThat(filling.table().size()).isEqualTo(4);
        assertThat(filling.table().find(new ResourceId(Cloud.AZURE, "AaAa"))).isEqualTo(IdTable.NONE);
    }
}
