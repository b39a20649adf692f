package io.tagcompliance.snapshot;

import static io.tagcompliance.snapshot.DemoProject.*;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.policy.Cloud;
import java.util.List;

/** The twelve accounts of the made-up company: what runs there, and how it is tagged. */
final class DemoAccounts {
    private static final List<String> PRODUCTION_ONLY = List.of("production");
    private static final List<String> MIXED = List.of("production", "production", "staging", "development");
    private static final List<String> BEFORE_PRODUCTION = List.of("development", "development", "staging");
    private static final List<String> SANDBOX = List.of("sandbox");

    private static final List<String> EU = List.of("eu-central-1", "eu-west-1");
    private static final List<String> EU_AND_US = List.of("eu-central-1", "eu-central-1", "eu-west-1", "us-east-1");
    private static final List<String> AZURE_EU = List.of("westeurope", "westeurope", "northeurope");
    private static final List<String> GOOGLE = List.of("europe-west1", "europe-west1", "us-central1");

    static final List<DemoAccount> ALL = List.of(
            platform(),
            shop(),
            shopBeforeProduction(),
            data(),
            osterby(),
            sandbox(),
            campaigns(),
            headOffice(),
            reports(),
            osterbyOnAzure(),
            insights(),
            laboratory());

    private DemoAccounts() {}

    /** The platform team: clusters, images, keys, networks. */
    private static DemoAccount platform() {
        String fleet = """
                ec2:instance 60 ec2:volume 70 ec2:snapshot 30 ec2:natgateway 6 ec2:elastic-ip 6 rds:db 8
                s3:bucket 30 lambda:function 40 eks:cluster 3 ecr:repository 30
                elasticloadbalancing:loadbalancer 8 elasticfilesystem:file-system 4 kms:key 12
                secretsmanager:secret 25 logs:log-group 40 sns:topic 6 sqs:queue 8
                """;
        return new DemoAccount(
                Cloud.AWS,
                new AccountId("104729000011"),
                EU_AND_US,
                List.of(PLATFORM, IDENTITY),
                MIXED,
                fleet,
                DemoHabits::tidy);
    }

    /** The shop that customers see. */
    private static DemoAccount shop() {
        String fleet = """
                ec2:instance 120 ec2:volume 140 ec2:snapshot 40 ec2:natgateway 4 ec2:elastic-ip 4 rds:db 12
                rds:cluster 5 s3:bucket 24 lambda:function 60 ecs:cluster 4 ecs:service 36 dynamodb:table 20
                elasticache:cluster 8 elasticloadbalancing:loadbalancer 12 sqs:queue 20 sns:topic 10
                logs:log-group 60 secretsmanager:secret 20 kms:key 6
                """;
        return new DemoAccount(
                Cloud.AWS,
                new AccountId("104729000022"),
                EU_AND_US,
                List.of(STOREFRONT, CHECKOUT, CATALOGUE, LOGISTICS),
                PRODUCTION_ONLY,
                fleet,
                DemoHabits::stacks);
    }

    /** The same shop, while it is being built. */
    private static DemoAccount shopBeforeProduction() {
        String fleet = """
                ec2:instance 50 ec2:volume 55 rds:db 8 s3:bucket 16 lambda:function 40 ecs:cluster 2
                ecs:service 24 dynamodb:table 14 elasticache:cluster 3 elasticloadbalancing:loadbalancer 6
                sqs:queue 14 sns:topic 6 logs:log-group 40 secretsmanager:secret 12
                """;
        return new DemoAccount(
                Cloud.AWS,
                new AccountId("104729000033"),
                EU,
                List.of(STOREFRONT, CHECKOUT, CATALOGUE, LOGISTICS),
                BEFORE_PRODUCTION,
                fleet,
                DemoHabits::terraform);
    }

    /** The data team. */
    private static DemoAccount data() {
        String fleet = """
                ec2:instance 24 ec2:volume 30 ec2:snapshot 12 s3:bucket 40 lambda:function 16 rds:cluster 3
                dynamodb:table 8 elasticfilesystem:file-system 6 ecr:repository 8 sqs:queue 8 logs:log-group 24
                kms:key 4
                """;
        return new DemoAccount(
                Cloud.AWS, new AccountId("104729000044"), EU, List.of(INSIGHTS), MIXED, fleet, DemoHabits::spreadsheet);
    }

    /** Osterby Crafts, bought two years ago. */
    private static DemoAccount osterby() {
        String fleet = """
                ec2:instance 36 ec2:volume 40 ec2:snapshot 10 ec2:elastic-ip 6 rds:db 8 s3:bucket 18
                lambda:function 12 elasticloadbalancing:loadbalancer 4 logs:log-group 16 sqs:queue 4
                """;
        return new DemoAccount(
                Cloud.AWS, new AccountId("104729000055"), EU, List.of(OSTERBY), MIXED, fleet, DemoHabits::acquired);
    }

    /** The sandbox. */
    private static DemoAccount sandbox() {
        String fleet = """
                ec2:instance 22 ec2:volume 26 ec2:elastic-ip 3 s3:bucket 14 lambda:function 24 dynamodb:table 8
                rds:db 3 sqs:queue 4 logs:log-group 20 secretsmanager:secret 2
                """;
        return new DemoAccount(
                Cloud.AWS,
                new AccountId("104729000066"),
                EU_AND_US,
                List.of(PLATFORM, INSIGHTS, STOREFRONT),
                SANDBOX,
                fleet,
                DemoHabits::sandbox);
    }

    /** What an advertising agency runs for the company. */
    private static DemoAccount campaigns() {
        String fleet = """
                ec2:instance 14 ec2:volume 14 s3:bucket 10 lambda:function 8 elasticloadbalancing:loadbalancer 2
                sns:topic 2 logs:log-group 8
                """;
        return new DemoAccount(
                Cloud.AWS,
                new AccountId("104729000077"),
                EU,
                List.of(CAMPAIGNS),
                PRODUCTION_ONLY,
                fleet,
                DemoHabits::agency);
    }

    /** Head office. */
    private static DemoAccount headOffice() {
        String fleet = """
                Microsoft.Compute/virtualMachines 40 Microsoft.Compute/disks 60
                Microsoft.Storage/storageAccounts 20 Microsoft.Sql/servers/databases 14
                Microsoft.DBforPostgreSQL/flexibleServers 4 Microsoft.Web/sites 16
                Microsoft.Network/loadBalancers 6 Microsoft.Network/publicIPAddresses 10
                Microsoft.KeyVault/vaults 12
                """;
        return new DemoAccount(
                Cloud.AZURE,
                new AccountId("5e1f0c11-7a01-4c00-8a00-0000000000a1"),
                AZURE_EU,
                List.of(LOYALTY, LOGISTICS, IDENTITY),
                MIXED,
                fleet,
                DemoHabits::headOffice);
    }

    /** Reports for the shops. */
    private static DemoAccount reports() {
        String fleet = """
                Microsoft.Compute/virtualMachines 16 Microsoft.Compute/disks 20
                Microsoft.Storage/storageAccounts 18 Microsoft.Sql/servers/databases 8
                Microsoft.ContainerService/managedClusters 2 Microsoft.Web/sites 10 Microsoft.KeyVault/vaults 6
                Microsoft.Network/publicIPAddresses 4 Microsoft.DBforPostgreSQL/flexibleServers 2
                """;
        return new DemoAccount(
                Cloud.AZURE,
                new AccountId("5e1f0c11-7a01-4c00-8a00-0000000000b2"),
                AZURE_EU,
                List.of(INSIGHTS, LOYALTY),
                PRODUCTION_ONLY,
                fleet,
                DemoHabits::resourceGroups);
    }

    /** What Osterby Crafts had on Azure. */
    private static DemoAccount osterbyOnAzure() {
        String fleet = """
                Microsoft.Compute/virtualMachines 34 Microsoft.Compute/disks 46
                Microsoft.Storage/storageAccounts 12 Microsoft.Sql/servers/databases 8 Microsoft.Web/sites 18
                Microsoft.Network/loadBalancers 4 Microsoft.Network/publicIPAddresses 8
                Microsoft.KeyVault/vaults 2
                """;
        return new DemoAccount(
                Cloud.AZURE,
                new AccountId("5e1f0c11-7a01-4c00-8a00-0000000000c3"),
                AZURE_EU,
                List.of(OSTERBY),
                MIXED,
                fleet,
                DemoHabits::leftBehind);
    }

    /** Numbers for everybody. */
    private static DemoAccount insights() {
        String fleet = """
                compute.instances 40 compute.disks 50 storage.buckets 30 sqladmin.instances 4
                container.clusters 3 cloudfunctions.functions 20 run.services 16 bigquery.datasets 22
                """;
        return new DemoAccount(
                Cloud.GCP,
                new AccountId("quillmere-insights-prod"),
                GOOGLE,
                List.of(INSIGHTS, LOYALTY),
                PRODUCTION_ONLY,
                fleet,
                DemoHabits::labels);
    }

    /** The laboratory for machine learning. */
    private static DemoAccount laboratory() {
        String fleet = """
                compute.instances 26 compute.disks 30 storage.buckets 18 container.clusters 2
                cloudfunctions.functions 12 run.services 10 bigquery.datasets 15
                """;
        return new DemoAccount(
                Cloud.GCP,
                new AccountId("quillmere-ml-lab"),
                GOOGLE,
                List.of(INSIGHTS, CAMPAIGNS),
                BEFORE_PRODUCTION,
                fleet,
                DemoHabits::laboratory);
    }
}
