package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.policy.Cloud;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An account of the made-up company.
 *
 * @param environments what its resources are for; one that is named twice is twice as frequent
 * @param fleet        how many resources of which type: {@code "ec2:instance 60 ec2:volume 70"}
 * @param habit        how people tag there
 */
record DemoAccount(
        Cloud cloud,
        AccountId id,
        List<String> regions,
        List<DemoProject> projects,
        List<String> environments,
        String fleet,
        Function<DemoResource, Map<String, String>> habit) {

    Stream<Resource> resources() {
        List<String> words = List.of(fleet.strip().split("\\s+"));
        return IntStream.range(0, words.size() / 2)
                .boxed()
                .flatMap(pair ->
                        resources(DemoType.named(words.get(2 * pair)), Integer.parseInt(words.get(2 * pair + 1))));
    }

    private Stream<Resource> resources(DemoType type, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> new DemoResource(this, type, number).tagged());
    }
}
