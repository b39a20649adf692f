package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Scope;
import java.util.List;
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
    private static final Operation ENABLED = Operation.of("ec2:DescribeRegions");
    private static final Region FALLBACK = new Region("us-east-1");

    private final AwsSettings settings;
    private final Calls calls;

    AwsRegions(AwsSettings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    /** Every Region that may be read; asks nobody. */
    Set<Region> reachable() {
        return settings.regions().isEmpty() ? known() : settings.regions();
    }

    /** Those in which a scope may ask what concerns no Region, in order of preference; asks nobody. */
    List<Region> askable(Scope scope) {
        Region home = home();
        return Stream.concat(Stream.of(home), reachable().stream().sorted())
                .filter(scope::includes)
                .distinct()
                .toList();
    }

    /** Those that a scope reads. AWS is asked for the enabled ones only where neither scope nor settings name any. */
    List<Region> of(Scope scope, AwsClients clients) {
        boolean anyRegion = settings.regions().isEmpty() && scope.regions().isEmpty();
        return anyRegion
                ? enabled(clients)
                : reachable().stream().filter(scope::includes).sorted().toList();
    }

    Region home() {
        return settings.regions().stream().findFirst().orElseGet(AwsRegions::ofEnvironment);
    }

    private List<Region> enabled(AwsClients clients) {
        Region home = home();
        return calls.ask(
                ENABLED,
                home,
                () -> clients.client(home, Ec2Client.class, Ec2Client::builder).describeRegions().regions().stream()
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
