package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Which Regions are read, and which one is asked what concerns no Region. */
final class AwsRegions {
    static final Operation ENABLED = Operation.of("ec2:DescribeRegions");
    private static final Region FALLBACK = new Region("us-east-1");

    /** Where each partition keeps what lies in no Region. */
    private static final Map<String, String> HOMES = Map.of(
            "aws", "us-east-1",
            "aws-cn", "cn-northwest-1",
            "aws-us-gov", "us-gov-west-1");

    private final AwsSettings settings;

    AwsRegions(AwsSettings settings) {
        this.settings = settings;
    }

    /** Every Region that may be read; asks nobody. */
    Set<Region> reachable() {
        return settings.regions().isEmpty() ? known() : settings.regions();
    }

    /**
     * The Region where what lies in no Region is asked; empty where a scope leaves it out, or the settings leave out its
     * Region, which no call leaves then.
     */
    Optional<Region> ofGlobals(Scope scope) {
        return Optional.of(ofPartition()).filter(reachable()::contains).filter(home -> scope.includes(Region.GLOBAL));
    }

    /** The Region that a partition keeps what lies in no Region in. */
    Region ofPartition() {
        return new Region(HOMES.getOrDefault(Account.partitionOf(home()).id(), FALLBACK.text()));
    }

    /** Those in which a scope may ask what concerns no Region, in order of preference; asks nobody. */
    List<Region> askable(Scope scope) {
        Region home = home();
        Stream<Region> named = Stream.concat(
                        Stream.of(home), reachable().stream().sorted(AnyRegion.inOrder()))
                .filter(scope::includes);
        return Stream.concat(named, ofGlobals(scope).stream()).distinct().toList();
    }

    /** Those that a scope reads. AWS is asked for the enabled ones only where neither scope nor settings name any. */
    List<Region> of(Scope scope, Place home) {
        boolean anyRegion = settings.regions().isEmpty() && scope.regions().isEmpty();
        return anyRegion
                ? AnyRegion.ask(askable(scope), region -> enabled(home.in(region)))
                : reachable().stream().filter(scope::includes).sorted().toList();
    }

    Region home() {
        return settings.regions().stream().findFirst().orElseGet(AwsRegions::ofEnvironment);
    }

    private static List<Region> enabled(Place place) {
        return place.askAtOnce(
                ENABLED,
                () -> place.client(Ec2Client.class, Ec2Client::builder).describeRegions().regions().stream()
                        .map(region -> new Region(region.regionName()))
                        .sorted()
                        .toList());
    }

    /** The Region of variables and profile. The SDK would go on to ask the machine's metadata, over the network. */
    private static Region ofEnvironment() {
        try {
            var chain = new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider());
            return new Region(chain.getRegion().id());
        } catch (SdkClientException nowhere) {
            return FALLBACK;
        }
    }

    private Set<Region> known() {
        PartitionMetadata partition = Account.partitionOf(home());
        return software.amazon.awssdk.regions.Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .map(region -> new Region(region.id()))
                .filter(region -> Account.partitionOf(region).id().equals(partition.id()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
