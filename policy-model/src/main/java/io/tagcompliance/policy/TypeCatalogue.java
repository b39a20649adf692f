package io.tagcompliance.policy;

import static io.tagcompliance.policy.Category.*;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The resource types that this program knows by name: the cloud and the category of each. */
public final class TypeCatalogue {
    private static final Map<String, Entry> BY_FOLDED_NAME = new LinkedHashMap<>();

    static {
        enter(Cloud.AWS, COMPUTE_INSTANCE, "ec2:instance");
        enter(Cloud.AWS, BLOCK_STORAGE, "ec2:volume");
        enter(Cloud.AWS, STORAGE_SNAPSHOT, "ec2:snapshot");
        enter(Cloud.AWS, NETWORK, "ec2:natgateway", "ec2:vpc-endpoint");
        enter(Cloud.AWS, PUBLIC_IP, "ec2:elastic-ip");
        enter(Cloud.AWS, RELATIONAL_DB, "rds:db", "rds:cluster");
        enter(Cloud.AWS, OBJECT_BUCKET, "s3:bucket");
        enter(Cloud.AWS, SERVERLESS_FUNCTION, "lambda:function");
        enter(Cloud.AWS, CONTAINER_CLUSTER, "ecs:cluster", "eks:cluster");
        enter(Cloud.AWS, CONTAINER_SERVICE, "ecs:service");
        enter(Cloud.AWS, CONTAINER_REGISTRY, "ecr:repository");
        enter(Cloud.AWS, NOSQL_DB, "dynamodb:table");
        enter(Cloud.AWS, CACHE, "elasticache:cluster");
        enter(Cloud.AWS, DATA_WAREHOUSE, "redshift:cluster");
        enter(Cloud.AWS, FILE_STORAGE, "elasticfilesystem:file-system");
        enter(Cloud.AWS, LOAD_BALANCER, "elasticloadbalancing:loadbalancer");
        enter(Cloud.AWS, STREAM, "kinesis:stream");
        enter(Cloud.AWS, MESSAGE_QUEUE, "sqs:queue");
        enter(Cloud.AWS, MESSAGE_TOPIC, "sns:topic");
        enter(Cloud.AWS, LOG_STORE, "logs:log-group");
        enter(Cloud.AWS, ENCRYPTION_KEY, "kms:key");
        enter(Cloud.AWS, SECRET, "secretsmanager:secret");
        enter(Cloud.AWS, WORKFLOW, "states:stateMachine");
        enter(Cloud.AWS, ACCOUNT, "organizations:account");
        enter(Cloud.AWS, RESOURCE_GROUP, "cloudformation:stack");

        enter(Cloud.AZURE, COMPUTE_INSTANCE, "Microsoft.Compute/virtualMachines");
        enter(Cloud.AZURE, BLOCK_STORAGE, "Microsoft.Compute/disks");
        enter(Cloud.AZURE, STORAGE_SNAPSHOT, "Microsoft.Compute/snapshots");
        enter(Cloud.AZURE, OBJECT_BUCKET, "Microsoft.Storage/storageAccounts");
        enter(
                Cloud.AZURE,
                RELATIONAL_DB,
                "Microsoft.Sql/servers/databases",
                "Microsoft.DBforPostgreSQL/flexibleServers");
        enter(Cloud.AZURE, NOSQL_DB, "Microsoft.DocumentDB/databaseAccounts");
        enter(Cloud.AZURE, APP_PLATFORM, "Microsoft.Web/sites");
        enter(Cloud.AZURE, CONTAINER_CLUSTER, "Microsoft.ContainerService/managedClusters");
        enter(Cloud.AZURE, LOAD_BALANCER, "Microsoft.Network/loadBalancers");
        enter(Cloud.AZURE, PUBLIC_IP, "Microsoft.Network/publicIPAddresses");
        enter(Cloud.AZURE, MESSAGE_QUEUE, "Microsoft.ServiceBus/namespaces");
        enter(Cloud.AZURE, SECRET, "Microsoft.KeyVault/vaults");
        enter(Cloud.AZURE, ACCOUNT, "Microsoft.Resources/subscriptions");
        enter(Cloud.AZURE, RESOURCE_GROUP, "Microsoft.Resources/resourceGroups");

        enter(Cloud.GCP, COMPUTE_INSTANCE, "compute.instances");
        enter(Cloud.GCP, BLOCK_STORAGE, "compute.disks");
        enter(Cloud.GCP, STORAGE_SNAPSHOT, "compute.snapshots");
        enter(Cloud.GCP, OBJECT_BUCKET, "storage.buckets");
        enter(Cloud.GCP, RELATIONAL_DB, "sqladmin.instances");
        enter(Cloud.GCP, CONTAINER_CLUSTER, "container.clusters");
        enter(Cloud.GCP, SERVERLESS_FUNCTION, "cloudfunctions.functions");
        enter(Cloud.GCP, APP_PLATFORM, "run.services");
        enter(Cloud.GCP, DATA_WAREHOUSE, "bigquery.datasets");
        enter(Cloud.GCP, MESSAGE_TOPIC, "pubsub.topics");
        enter(Cloud.GCP, ACCOUNT, "cloudresourcemanager.projects");
    }

    private TypeCatalogue() {}

    private record Entry(ResourceType type, Cloud cloud, Category category) {}

    private static void enter(Cloud cloud, Category category, String... names) {
        for (String name : names) {
            ResourceType type = new ResourceType(name);
            BY_FOLDED_NAME.put(type.folded(), new Entry(type, cloud, category));
        }
    }

    /** The category of a type; empty where the catalogue doesn't know the type. */
    public static Optional<Category> categoryOf(ResourceType type) {
        return entry(type).map(Entry::category);
    }

    /** The cloud of a type; empty where the catalogue doesn't know the type. */
    public static Optional<Cloud> cloudOf(ResourceType type) {
        return entry(type).map(Entry::cloud);
    }

    /** The type in the spelling of its cloud; the type itself where the catalogue doesn't know it. */
    public static ResourceType canonical(ResourceType type) {
        return entry(type).map(Entry::type).orElse(type);
    }

    /** Every type of a category, over all clouds. */
    public static Set<ResourceType> typesOf(Category category) {
        return BY_FOLDED_NAME.values().stream()
                .filter(entry -> entry.category() == category)
                .map(Entry::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every type, cloud by cloud. */
    public static List<ResourceType> types() {
        return BY_FOLDED_NAME.values().stream().map(Entry::type).toList();
    }

    /** Every cloud that has a type here, in the order of the types. */
    public static Set<Cloud> clouds() {
        return BY_FOLDED_NAME.values().stream().map(Entry::cloud).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<Entry> entry(ResourceType type) {
        return Optional.ofNullable(BY_FOLDED_NAME.get(type.folded()));
    }
}
