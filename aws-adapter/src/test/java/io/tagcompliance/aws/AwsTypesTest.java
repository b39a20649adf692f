package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.testkit.CollectingSink;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type by itself: its list, its tags, and single resources of it. */
class AwsTypesTest extends AwsLabTest {

    static Stream<String> types() {
        return AwsTypes.ALL.stream().map(type -> type.type().name());
    }

    private static AwsType type(String name) {
        return AwsTypes.ALL.stream()
                .filter(type -> type.type().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Predicate<Resource> ofType(String name) {
        return resource -> resource.type().name().equals(name);
    }

    private static List<Resource> some(String name) {
        return ESTATE.resources().stream().filter(ofType(name)).limit(3).toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void is_read_to_the_end_in_every_region(String name) throws Exception {
        CollectingSink scan = scan(of(name));

        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.resources())
                .usingElementComparator(Comparator.comparing(Resource::id)
                        .thenComparing(Resource::name)
                        .thenComparing(resource -> resource.location().region())
                        .thenComparing(resource -> resource.tags().toString()))
                .containsExactlyInAnyOrderElementsOf(
                        ESTATE.resources().stream().filter(ofType(name)).toList());
        assertThat(scan.finished()).isEqualTo(scan.planned());
    }

    @ParameterizedTest
    @MethodSource("types")
    void calls_what_the_catalogue_says_and_nothing_outside(String name) throws Exception {
        scan(of(name));

        List<String> own =
                type(name).listing().operations().map(Operation::name).toList();
        assertThat(operations(lab.calls())).containsAll(own);
    }

    @ParameterizedTest
    @MethodSource("types")
    void single_ones_are_found_with_their_tags(String name) throws Exception {
        List<Resource> some = some(name);

        List<Finding> findings =
                cloud.inventory().find(some.stream().map(Resource::id).toList());

        assertThat(findings)
                .allMatch(Finding.Found.class::isInstance, "found")
                .extracting(finding -> ((Finding.Found) finding).resource())
                .usingElementComparator(Comparator.comparing(Resource::id)
                        .thenComparing(resource -> resource.location().region())
                        .thenComparing(resource -> resource.tags().toString()))
                .isEqualTo(some);
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_absent_one_is_absent_and_hides_none_beside_it(String name) throws Exception {
        Region region = LabEstate.regionsOf(type(name)).getLast();
        ResourceId absent = LabEstate.id(name, region, "not-there");
        ResourceId present = ESTATE.resources().stream()
                .filter(ofType(name))
                .filter(resource -> resource.location().region().equals(region))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(cloud.inventory().find(List.of(absent, present)))
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo(new Finding.Absent(absent)),
                        other -> assertThat(other).isInstanceOf(Finding.Found.class));
    }

    @ParameterizedTest
    @MethodSource("types")
    void one_that_is_denied_is_unreadable_and_not_absent(String name) throws Exception {
        lab.disturb(call -> !call.service().equals("sts"), LabFault.DENIED);

        // S3 says where a bucket lies even while it refuses everything else
        assertThat(cloud.inventory().find(List.of(some(name).getFirst().id())))
                .singleElement()
                .isInstanceOf(Finding.Unreadable.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void its_arns_fit_it_and_no_other_type(String name) {
        assertThat(ESTATE.resources().stream().filter(ofType(name)))
                .isNotEmpty()
                .allSatisfy(resource -> {
                    Arn arn = Arn.of(resource.id().text());
                    assertThat(AwsTypes.ALL.stream().filter(type -> type.shape().fits(arn)))
                            .containsExactly(type(name));
                });
    }
}
