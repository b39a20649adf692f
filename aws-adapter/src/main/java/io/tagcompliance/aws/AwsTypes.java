package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.Spend;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every type that is read; what is known of each besides stands in the catalogue of types. */
final class AwsTypes {
    /** In the order of the catalogue. */
    static final List<AwsType> ALL = List.of(
            Ec2Instances.TYPE,
            Ec2Hosts.HOST,
            Ec2Volumes.TYPE,
            Ec2Snapshots.SNAPSHOT,
            Ec2Gateways.NAT_GATEWAY,
            Ec2Gateways.ADDRESS,
            Ec2Gateways.ENDPOINT,
            Ec2Transit.GATEWAY,
            Ec2Transit.ATTACHMENT,
            Ec2Transit.VPN,
            Ec2Transit.CLIENT_VPN,
            AutoScalingGroups.TYPE,
            RdsInstances.TYPE,
            RdsClusters.CLUSTER,
            RdsClusters.SNAPSHOT,
            RdsClusters.CLUSTER_SNAPSHOT,
            S3Buckets.TYPE,
            LambdaFunctions.TYPE,
            EcsClusters.CLUSTER,
            EcsClusters.SERVICE,
            EksClusters.CLUSTER,
            EksClusters.NODEGROUP,
            AppRunnerServices.TYPE,
            LightsailInstances.TYPE,
            DynamoDbTables.TYPE,
            DaxClusters.TYPE,
            ElastiCaches.CLUSTER,
            ElastiCaches.GROUP,
            ElastiCaches.SERVERLESS,
            MemoryDbClusters.TYPE,
            RedshiftClusters.TYPE,
            RedshiftWorkgroups.TYPE,
            OpenSearchDomains.TYPE,
            OpenSearchCollections.TYPE,
            EfsFileSystems.TYPE,
            FsxFileSystems.TYPE,
            StorageGateways.TYPE,
            BackupVaults.TYPE,
            LoadBalancers.LOAD_BALANCER,
            CloudFrontDistributions.TYPE,
            Route53Zones.TYPE,
            NetworkFirewalls.TYPE,
            RestApis.TYPE,
            HttpApis.TYPE,
            KinesisStreams.TYPE,
            FirehoseStreams.TYPE,
            KafkaClusters.TYPE,
            FlinkApplications.TYPE,
            SqsQueues.TYPE,
            MqBrokers.TYPE,
            SnsTopics.TYPE,
            LogGroups.TYPE,
            SyntheticsCanaries.TYPE,
            CloudWatchAlarms.TYPE,
            EcrRepositories.TYPE,
            EmrClusters.TYPE,
            EmrApplications.TYPE,
            GlueJobs.TYPE,
            DmsInstances.TYPE,
            SageMakerEndpoints.ENDPOINT,
            SageMakerEndpoints.NOTEBOOK,
            BedrockModels.CUSTOM,
            BedrockModels.PROVISIONED,
            BedrockModels.PROFILE,
            KmsKeys.TYPE,
            PrivateAuthorities.TYPE,
            Secrets.TYPE,
            WorkSpaces.TYPE,
            Directories.TYPE,
            TransferServers.TYPE,
            BuildProjects.TYPE,
            Pipelines.TYPE,
            StateMachines.TYPE,
            Ec2Networks.VPC,
            Ec2Networks.SUBNET,
            Ec2Networks.SECURITY_GROUP,
            Ec2Networks.ROUTE_TABLE,
            Ec2Networks.INTERNET_GATEWAY,
            Ec2Networks.INTERFACE,
            Ec2Snapshots.IMAGE,
            Ec2Hosts.LAUNCH_TEMPLATE,
            LoadBalancers.TARGET_GROUP,
            Certificates.TYPE,
            IamRoles.TYPE,
            MemberAccounts.TYPE,
            Stacks.TYPE);

    private static final Map<ResourceType, AwsType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(AwsType::type, Function.identity()));

    /** What indexes have under several names, one for each kind: what of it is in an index is known of the kinds it knows. */
    private static final Map<ResourceType, Set<String>> DIVIDED = Map.of(
            LoadBalancers.LOAD_BALANCER.type(),
            Set.of(
                    "elasticloadbalancing:loadbalancer",
                    "elasticloadbalancing:loadbalancer/app",
                    "elasticloadbalancing:loadbalancer/net",
                    "elasticloadbalancing:loadbalancer/gwy"));

    private AwsTypes() {}

    static Set<ResourceType> names() {
        return BY_NAME.keySet();
    }

    static Optional<AwsType> of(Arn arn) {
        return ALL.stream().filter(type -> type.shape().fits(arn)).findFirst();
    }

    /**
     * The type by the name that an index has for it; empty where it isn't read. Indexes divide some types: application and
     * network load balancers, say, are {@code elasticloadbalancing:loadbalancer/app} and {@code …/net}.
     */
    static Optional<ResourceType> indexed(String name) {
        ResourceType whole = new ResourceType(name);
        ResourceType undivided = new ResourceType(name.contains("/") ? name.substring(0, name.indexOf('/')) : name);
        return Stream.of(whole, undivided).filter(BY_NAME::containsKey).findFirst();
    }

    /** Those of which an index that knows these names has all that there are: of a divided type every part. */
    static Set<ResourceType> heldBy(Set<String> names) {
        return BY_NAME.keySet().stream()
                .filter(type -> names.containsAll(DIVIDED.getOrDefault(type, Set.of(type.name()))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that a scope reads for sure: the ones it names, or else everything that costs money and isn't rare. */
    static List<AwsType> of(Scope scope) {
        return scope.types().isEmpty()
                ? having(Spend.COST_BEARING)
                : ALL.stream().filter(type -> scope.includes(type.type())).toList();
    }

    /** Those that a scope reads where something hints at them. */
    static List<AwsType> hintedAt(Scope scope) {
        return scope.types().isEmpty() ? having(Spend.RARE) : List.of();
    }

    private static List<AwsType> having(Spend spend) {
        return ALL.stream()
                .filter(type -> TypeCatalogue.spendOf(type.type()) == spend)
                .toList();
    }
}
