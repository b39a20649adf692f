package io.tagcompliance.snapshot;

import io.tagcompliance.policy.ResourceType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How resources of one type are called in the made-up company.
 *
 * @param kind what the last but one part of their names says
 * @param form their identifier, with places in braces
 */
record DemoType(ResourceType type, String kind, String form) {
    private static final Map<ResourceType, DemoType> ALL = new LinkedHashMap<>();
    private static final String AZURE = "/subscriptions/{account}/resourceGroups/{group}/providers/";

    static {
        aws("ec2:instance", "app", "ec2:{region}:{account}:instance/i-0{hex}");
        aws("ec2:volume", "disk", "ec2:{region}:{account}:volume/vol-0{hex}");
        aws("ec2:snapshot", "snap", "ec2:{region}:{account}:snapshot/snap-0{hex}");
        aws("ec2:natgateway", "nat", "ec2:{region}:{account}:natgateway/nat-0{hex}");
        aws("ec2:elastic-ip", "ip", "ec2:{region}:{account}:elastic-ip/eipalloc-0{hex}");
        aws("rds:db", "db", "rds:{region}:{account}:db:{name}");
        aws("rds:cluster", "aurora", "rds:{region}:{account}:cluster:{name}");
        aws("s3:bucket", "files", "s3:::quillmere-{name}");
        aws("lambda:function", "fn", "lambda:{region}:{account}:function:{name}");
        aws("ecs:cluster", "ecs", "ecs:{region}:{account}:cluster/{name}");
        aws("ecs:service", "svc", "ecs:{region}:{account}:service/{group}/{name}");
        aws("eks:cluster", "eks", "eks:{region}:{account}:cluster/{name}");
        aws("ecr:repository", "image", "ecr:{region}:{account}:repository/{name}");
        aws("dynamodb:table", "table", "dynamodb:{region}:{account}:table/{name}");
        aws("elasticache:cluster", "cache", "elasticache:{region}:{account}:cluster:{name}");
        aws("elasticfilesystem:file-system", "share", "elasticfilesystem:{region}:{account}:file-system/fs-0{hex}");
        aws(
                "elasticloadbalancing:loadbalancer",
                "lb",
                "elasticloadbalancing:{region}:{account}:loadbalancer/app/{name}/{hex}");
        aws("sqs:queue", "queue", "sqs:{region}:{account}:{name}");
        aws("sns:topic", "topic", "sns:{region}:{account}:{name}");
        aws("logs:log-group", "log", "logs:{region}:{account}:log-group:/quillmere/{name}");
        aws("kms:key", "key", "kms:{region}:{account}:key/{uuid}");
        aws("secretsmanager:secret", "secret", "secretsmanager:{region}:{account}:secret:{name}-aB3dE6");

        azure("Microsoft.Compute/virtualMachines", "vm", "Microsoft.Compute/virtualMachines/{name}");
        azure("Microsoft.Compute/disks", "disk", "Microsoft.Compute/disks/{name}");
        azure("Microsoft.Storage/storageAccounts", "st", "Microsoft.Storage/storageAccounts/{plain}");
        azure("Microsoft.Sql/servers/databases", "db", "Microsoft.Sql/servers/{group}-sql/databases/{name}");
        azure("Microsoft.DBforPostgreSQL/flexibleServers", "pg", "Microsoft.DBforPostgreSQL/flexibleServers/{name}");
        azure("Microsoft.Web/sites", "web", "Microsoft.Web/sites/{name}");
        azure("Microsoft.ContainerService/managedClusters", "aks", "Microsoft.ContainerService/managedClusters/{name}");
        azure("Microsoft.Network/loadBalancers", "lb", "Microsoft.Network/loadBalancers/{name}");
        azure("Microsoft.Network/publicIPAddresses", "ip", "Microsoft.Network/publicIPAddresses/{name}");
        azure("Microsoft.KeyVault/vaults", "kv", "Microsoft.KeyVault/vaults/{name}");

        google(
                "compute.instances",
                "vm",
                "compute.googleapis.com/projects/{account}/zones/{region}-b/instances/{name}");
        google("compute.disks", "disk", "compute.googleapis.com/projects/{account}/zones/{region}-b/disks/{name}");
        google("storage.buckets", "files", "storage.googleapis.com/quillmere-{name}");
        google("sqladmin.instances", "db", "cloudsql.googleapis.com/projects/{account}/instances/{name}");
        google(
                "container.clusters",
                "gke",
                "container.googleapis.com/projects/{account}/locations/{region}/clusters/{name}");
        google(
                "cloudfunctions.functions",
                "fn",
                "cloudfunctions.googleapis.com/projects/{account}/locations/{region}/functions/{name}");
        google("run.services", "run", "run.googleapis.com/projects/{account}/locations/{region}/services/{name}");
        google("bigquery.datasets", "set", "bigquery.googleapis.com/projects/{account}/datasets/{snake}");
    }

    private static void aws(String type, String kind, String form) {
        enter(new DemoType(new ResourceType(type), kind, "arn:aws:" + form));
    }

    private static void azure(String type, String kind, String form) {
        enter(new DemoType(new ResourceType(type), kind, AZURE + form));
    }

    private static void google(String type, String kind, String form) {
        enter(new DemoType(new ResourceType(type), kind, "//" + form));
    }

    private static void enter(DemoType type) {
        ALL.put(type.type(), type);
    }

    /** @throws IllegalArgumentException where the company has no such type */
    static DemoType named(String name) {
        return Optional.ofNullable(ALL.get(new ResourceType(name)))
                .orElseThrow(() -> new IllegalArgumentException("no form for " + name));
    }
}
