package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.spi.CloudException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What any Region can tell: asked in one after the other, so that one that is denied or out of order hides nothing. */
final class AnyRegion {
    private static final int TRIED = 3;

    /** What needs no opting in, which AWS has said of no Region since March 2019. */
    private static final Set<String> ENABLED_BY_DEFAULT = Set.of(
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "cn-north-1",
            "cn-northwest-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-gov-east-1",
            "us-gov-west-1",
            "us-west-1",
            "us-west-2");

    private AnyRegion() {}

    /** Those that answer in every account come first. */
    static Comparator<Region> inOrder() {
        return Comparator.<Region, Boolean>comparing(region -> !ENABLED_BY_DEFAULT.contains(region.text()))
                .thenComparing(Comparator.naturalOrder());
    }

    /**
     * The answer of the first of a few that gives one.
     *
     * @throws CloudException the failure of the first Region, where none of them answers
     */
    static <T> T ask(List<Region> regions, Function<Region, T> call) {
        List<Region> tried = regions.stream().limit(TRIED).toList();
        try {
            return call.apply(tried.getFirst());
        } catch (CloudException first) {
            return elsewhere(tried, call, first);
        }
    }

    private static <T> T elsewhere(List<Region> tried, Function<Region, T> call, CloudException first) {
        CloudException last = first;
        for (Region other : tried.subList(1, tried.size())) {
            if (AwsFailures.isSameEverywhere(last)) {
                throw last;
            }
            try {
                return call.apply(other);
            } catch (CloudException failed) {
                last = failed;
            }
        }
        throw tried.size() == 1 || AwsFailures.isSameEverywhere(last) ? last : named(tried, first);
    }

    private static CloudException named(List<Region> tried, CloudException first) {
        String regions = tried.stream().map(Region::text).collect(Collectors.joining(", "));
        return CloudException.of(
                first.failure()
                        .with("It was asked in " + regions
                                + "; if the account may be asked in others only, name them in aws_regions."),
                first);
    }
}
