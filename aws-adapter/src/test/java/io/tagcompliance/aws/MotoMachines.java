package io.tagcompliance.aws;

import static io.tagcompliance.aws.MotoSeed.named;
import static io.tagcompliance.aws.MotoSeed.tags;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.rds.RdsClient;

/** What runs and where it runs, in moto; and beside each what is no resource. */
final class MotoMachines {
    private final MotoSeed seed;
    private final Ec2Client ec2;
    private final String image;
    private final List<String> subnets;

    private MotoMachines(MotoSeed seed) {
        this.seed = seed;
        this.ec2 = seed.client(Ec2Client::builder);
        this.image = ec2.describeImages(request -> {}).images().getFirst().imageId();
        this.subnets = ec2.describeSubnets(request -> {}).subnets().stream()
                .map(subnet -> subnet.subnetId())
                .limit(2)
                .toList();
    }

    static void into(MotoSeed seed) {
        MotoMachines machines = new MotoMachines(seed);
        seed.make(machines::instance)
                .make(machines::volume)
                .make(machines::natGateway)
                .make(machines::address)
                .make(machines::transitGateway)
                .make(machines::group)
                .make(machines::balancer)
                .makeUntold(machines::classicBalancer)
                .make(machines::database)
                .make(machines::databaseSnapshot)
                .make(machines::databaseCluster)
                .make(machines::cluster)
                .make(machines::service);
    }

    private static TagSpecification[] specified(ResourceType type, Map<String, String> tags) {
        return tags.isEmpty()
                ? new TagSpecification[0]
                : new TagSpecification[] {
                    TagSpecification.builder()
                            .resourceType(type)
                            .tags(tags(
                                    tags,
                                    (key, value) ->
                                            Tag.builder().key(key).value(value).build()))
                            .build()
                };
    }

    /** One that is terminated stays listed, in moto as in AWS. */
    private String instance(String name, Map<String, String> tags) {
        List<String> ids = ec2
                .runInstances(request -> request.imageId(image)
                        .minCount(2)
                        .maxCount(2)
                        .tagSpecifications(specified(ResourceType.INSTANCE, tags)))
                .instances()
                .stream()
                .map(instance -> instance.instanceId())
                .toList();
        ec2.terminateInstances(request -> request.instanceIds(ids.getLast()));
        // moto gives each instance a disk, which is as much of a resource as in AWS
        ec2.describeVolumes(request -> request.filters(Filter.builder()
                        .name("attachment.instance-id")
                        .values(ids)
                        .build()))
                .volumes()
                .forEach(disk -> seed.made().put(seed.arn("ec2", "volume/" + disk.volumeId()), Map.of()));
        return seed.arn("ec2", "instance/" + ids.getFirst());
    }

    private String volume(String name, Map<String, String> tags) {
        String volume = ec2.createVolume(request -> request.availabilityZone(seed.region() + "a")
                        .size(1)
                        .tagSpecifications(specified(ResourceType.VOLUME, tags)))
                .volumeId();
        String snapshot = ec2.createSnapshot(
                        request -> request.volumeId(volume).tagSpecifications(specified(ResourceType.SNAPSHOT, tags)))
                .snapshotId();
        seed.made().put(seed.arn("ec2", "snapshot/" + snapshot), tags);
        return seed.arn("ec2", "volume/" + volume);
    }

    private String natGateway(String name, Map<String, String> tags) {
        List<String> ids = List.of(createNatGateway(tags), createNatGateway(tags));
        ec2.deleteNatGateway(request -> request.natGatewayId(ids.getLast()));
        return seed.arn("ec2", "natgateway/" + ids.getFirst());
    }

    private String createNatGateway(Map<String, String> tags) {
        return ec2.createNatGateway(request -> request.subnetId(subnets.getFirst())
                        .connectivityType("private")
                        .tagSpecifications(specified(ResourceType.NATGATEWAY, tags)))
                .natGateway()
                .natGatewayId();
    }

    private String address(String name, Map<String, String> tags) {
        return seed.arn(
                "ec2",
                "elastic-ip/"
                        + ec2.allocateAddress(request -> request.domain("vpc")
                                        .tagSpecifications(specified(ResourceType.ELASTIC_IP, tags)))
                                .allocationId());
    }

    private String transitGateway(String name, Map<String, String> tags) {
        return seed.arn(
                "ec2",
                "transit-gateway/"
                        + ec2.createTransitGateway(request ->
                                        request.tagSpecifications(specified(ResourceType.TRANSIT_GATEWAY, tags)))
                                .transitGateway()
                                .transitGatewayId());
    }

    private String group(String name, Map<String, String> tags) {
        AutoScalingClient scaling = seed.client(AutoScalingClient::builder);
        scaling.createLaunchConfiguration(
                request -> request.launchConfigurationName(name).imageId(image).instanceType("t2.micro"));
        scaling.createAutoScalingGroup(request -> request.autoScalingGroupName(named(name, "group"))
                .launchConfigurationName(name)
                .minSize(0)
                .maxSize(0)
                .availabilityZones(seed.region() + "a")
                .tags(tags(
                        tags,
                        (key, value) -> software.amazon.awssdk.services.autoscaling.model.Tag.builder()
                                .key(key)
                                .value(value)
                                .build())));
        return scaling.describeAutoScalingGroups(request -> request.autoScalingGroupNames(named(name, "group")))
                .autoScalingGroups()
                .getFirst()
                .autoScalingGroupARN();
    }

    private String balancer(String name, Map<String, String> tags) {
        return seed.client(ElasticLoadBalancingV2Client::builder)
                .createLoadBalancer(request -> {
                    request.name(named(name, "balancer")).subnets(subnets);
                    if (!tags.isEmpty()) {
                        request.tags(tags(
                                tags,
                                (key, value) ->
                                        software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag.builder()
                                                .key(key)
                                                .value(value)
                                                .build()));
                    }
                })
                .loadBalancers()
                .getFirst()
                .loadBalancerArn();
    }

    private String classicBalancer(String name, Map<String, String> tags) {
        seed.client(ElasticLoadBalancingClient::builder).createLoadBalancer(request -> {
            request.loadBalancerName(named(name, "classic"))
                    .availabilityZones(seed.region() + "a")
                    .listeners(Listener.builder()
                            .protocol("http")
                            .loadBalancerPort(80)
                            .instancePort(80)
                            .build());
            if (!tags.isEmpty()) {
                request.tags(tags(
                        tags,
                        (key, value) -> software.amazon.awssdk.services.elasticloadbalancing.model.Tag.builder()
                                .key(key)
                                .value(value)
                                .build()));
            }
        });
        return seed.arn("elasticloadbalancing", "loadbalancer/" + named(name, "classic"));
    }

    private static List<software.amazon.awssdk.services.rds.model.Tag> rds(Map<String, String> tags) {
        return tags(
                tags,
                (key, value) -> software.amazon.awssdk.services.rds.model.Tag.builder()
                        .key(key)
                        .value(value)
                        .build());
    }

    private String database(String name, Map<String, String> tags) {
        return seed.client(RdsClient::builder)
                .createDBInstance(request -> request.dbInstanceIdentifier(named(name, "db"))
                        .dbInstanceClass("db.t3.micro")
                        .engine("postgres")
                        .allocatedStorage(20)
                        .masterUsername("someone")
                        .masterUserPassword("not-a-secret")
                        .tags(rds(tags)))
                .dbInstance()
                .dbInstanceArn();
    }

    private String databaseSnapshot(String name, Map<String, String> tags) {
        return seed.client(RdsClient::builder)
                .createDBSnapshot(request -> request.dbInstanceIdentifier(named("bare", "db"))
                        .dbSnapshotIdentifier(named(name, "kept"))
                        .tags(rds(tags)))
                .dbSnapshot()
                .dbSnapshotArn();
    }

    private String databaseCluster(String name, Map<String, String> tags) {
        return seed.client(RdsClient::builder)
                .createDBCluster(request -> request.dbClusterIdentifier(named(name, "aurora"))
                        .engine("aurora-postgresql")
                        .masterUsername("someone")
                        .masterUserPassword("not-a-secret")
                        .tags(rds(tags)))
                .dbCluster()
                .dbClusterArn();
    }

    private static List<software.amazon.awssdk.services.ecs.model.Tag> ecs(Map<String, String> tags) {
        return tags(
                tags,
                (key, value) -> software.amazon.awssdk.services.ecs.model.Tag.builder()
                        .key(key)
                        .value(value)
                        .build());
    }

    private String cluster(String name, Map<String, String> tags) {
        return seed.client(EcsClient::builder)
                .createCluster(
                        request -> request.clusterName(named(name, "cluster")).tags(ecs(tags)))
                .cluster()
                .clusterArn();
    }

    private String service(String name, Map<String, String> tags) {
        EcsClient ecs = seed.client(EcsClient::builder);
        ecs.registerTaskDefinition(request -> request.family(name)
                .containerDefinitions(ContainerDefinition.builder()
                        .name("web")
                        .image("web")
                        .memory(1)
                        .build()));
        return ecs.createService(request -> request.cluster(named("bare", "cluster"))
                        .serviceName(named(name, "service"))
                        .taskDefinition(name)
                        .desiredCount(0)
                        .tags(ecs(tags)))
                .service()
                .serviceArn();
    }
}
