package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import io.tagcompliance.policy.ResourceType;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.apprunner.AppRunnerClient;
import software.amazon.awssdk.services.dax.DaxClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.lightsail.LightsailClient;
import software.amazon.awssdk.services.memorydb.MemoryDbClient;
import software.amazon.awssdk.services.opensearchserverless.OpenSearchServerlessClient;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.workspaces.WorkSpacesClient;

/**
 * Where services are offered that are not offered everywhere. Elsewhere their host names don't exist: asking there would
 * leave a gap where nothing can be. Only services with few Regions stand here, for what the SDK knows of them is as old as
 * the SDK; a Region that it doesn't know at all is asked.
 */
final class ServiceRegions {
    private static final Map<String, Supplier<ServiceMetadata>> SOMEWHERE = Map.of(
            "apprunner", AppRunnerClient::serviceMetadata,
            "lightsail", LightsailClient::serviceMetadata,
            "dax", DaxClient::serviceMetadata,
            "memorydb", MemoryDbClient::serviceMetadata,
            "redshift-serverless", RedshiftServerlessClient::serviceMetadata,
            "aoss", OpenSearchServerlessClient::serviceMetadata,
            "emr-serverless", EmrServerlessClient::serviceMetadata,
            "workspaces", WorkSpacesClient::serviceMetadata);

    private ServiceRegions() {}

    /** Whether resources of a type can lie in a Region; asks nobody. */
    static boolean offer(ResourceType type, Region region) {
        Supplier<ServiceMetadata> known =
                SOMEWHERE.get(type.name().substring(0, type.name().indexOf(':')));
        var asked = software.amazon.awssdk.regions.Region.of(region.text());
        return known == null
                || !software.amazon.awssdk.regions.Region.regions().contains(asked)
                || known.get().regions().contains(asked);
    }
}
