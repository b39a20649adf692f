package io.tagcompliance.aws;

import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.CollectingSink;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** What the tests on the lab have in common: some of every type in three Regions. */
@Timeout(60)
abstract class AwsLabTest {
    static final int EACH = 12;
    static final LabEstate ESTATE = LabEstate.ofEverything(EACH);

    /** Every type, those that cost nothing too. */
    static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of(), AwsTypes.names());

    static final int GLOBAL_TYPES = having(AwsType.Reach.GLOBAL);

    /** Cells of the lab: types in each of three Regions, and those of no Region. */
    static final int CELLS = 3 * having(AwsType.Reach.REGIONAL) + GLOBAL_TYPES;

    final AwsLab lab = new AwsLab(ESTATE);
    final AwsCloud cloud = lab.cloud(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)));

    @AfterEach
    void close() {
        cloud.close();
        lab.close();
    }

    CollectingSink scan() throws InterruptedException {
        return scan(ALL);
    }

    CollectingSink scan(Scope scope) throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        cloud.inventory().scan(scope, sink);
        return sink;
    }

    private static int having(AwsType.Reach reach) {
        return (int) AwsTypes.ALL.stream().filter(type -> type.reach() == reach).count();
    }

    static Scope in(Region region) {
        return new Scope(Set.of(), Set.of(), Set.of(region), AwsTypes.names());
    }

    static Scope of(String... types) {
        Set<ResourceType> named = Set.of(types).stream().map(ResourceType::new).collect(Collectors.toSet());
        return new Scope(Set.of(), Set.of(), Set.of(), named);
    }

    static Predicate<LabCall> calls(String operation) {
        return call -> call.operation().equals(operation);
    }

    static Predicate<LabCall> calls(String operation, Region region) {
        return calls(operation).and(call -> call.region().equals(region.text()));
    }

    /** ARN to tags, which is what must be equal to the truth. */
    static Map<String, TagReading> tags(List<Resource> resources) {
        return resources.stream()
                .collect(Collectors.toMap(resource -> resource.id().text(), Resource::tags));
    }

    static Map<String, TagReading> truth(Predicate<Resource> some) {
        return tags(ESTATE.resources().stream().filter(some).toList());
    }

    static List<String> operations(List<LabCall> calls) {
        return calls.stream().map(LabCall::operation).distinct().sorted().toList();
    }

    static Function<ScanGap, Kind> kind() {
        return gap -> gap.failure().kind();
    }
}
