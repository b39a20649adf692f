package io.tagcompliance.core.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.advice.CommonestValues.Guesses;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The commonest value without one vote is what counting all the others says. */
class CommonestValuesTest {
    private final SplittableRandom chance = new SplittableRandom(11);

    private record Tagged(Resource resource, String value) {}

    private Tagged tagged() {
        String account = "11111111111" + chance.nextInt(3);
        Resource resource = new Resource(
                new ResourceId(Cloud.AWS, "q" + account),
                new ResourceType("sqs:queue"),
                new Location(new AccountId(account), Region.GLOBAL),
                "q",
                TagReading.known(Map.of()),
                Creation.UNKNOWN);
        return new Tagged(resource, "v" + chance.nextInt(4));
    }

    private static String commonest(List<Tagged> all, String own, Predicate<Tagged> counted) {
        Map<String, Integer> counts = new TreeMap<>();
        all.stream().filter(counted).forEach(one -> counts.merge(one.value(), 1, Integer::sum));
        counts.computeIfPresent(own, (value, count) -> count - 1);
        counts.values().removeIf(count -> count == 0);
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    @Test
    void a_guess_is_what_most_others_have() {
        for (int round = 0; round < 2_000; round++) {
            List<Tagged> all = new ArrayList<>();
            CommonestValues.Counting counting = new CommonestValues.Counting();
            for (int number = chance.nextInt(9); number >= 0; number--) {
                all.add(tagged());
                counting.add(all.getLast().resource(), all.getLast().value());
            }
            CommonestValues values = counting.values();
            for (Tagged one : all) {
                AccountId account = one.resource().location().account();
                assertThat(values.guesses(one.resource(), one.value()))
                        .isEqualTo(new Guesses(
                                commonest(all, one.value(), any -> true),
                                commonest(
                                        all,
                                        one.value(),
                                        other -> other.resource()
                                                .location()
                                                .account()
                                                .equals(account))));
            }
        }
    }
}
