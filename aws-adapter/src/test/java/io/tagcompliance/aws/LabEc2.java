package io.tagcompliance.aws;

import static io.tagcompliance.aws.LabRow.MADE;
import static io.tagcompliance.aws.LabRow.isGone;
import static io.tagcompliance.aws.LabRow.list;
import static io.tagcompliance.aws.LabRow.members;
import static io.tagcompliance.aws.LabRow.owner;
import static io.tagcompliance.aws.LabRow.pages;
import static io.tagcompliance.aws.LabRow.state;

import io.tagcompliance.core.resource.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** EC2: one call for each type. */
final class LabEc2 {
    static final List<LabRow> ROWS = List.of(
            pages(list("ec2:DescribeInstances", "ec2:instance", "Reservations", LabEc2::reservation), "NextToken")
                    .filteredBy("instance-id")
                    .listing((call, instance) -> !isGone(instance) || !call.mentions("stopped")),
            paged("Volumes", "volume", "volume-id", LabEc2::volume),
            paged("Snapshots", "snapshot", "snapshot-id", LabEc2::snapshot)
                    .listing((call, snapshot) -> !isForeign(snapshot) || !call.mentions("self")),
            paged("Images", "image", "image-id", LabEc2::image)
                    .listing((call, image) -> !isForeign(image) || !call.mentions("self")),
            paged(
                    "NatGateways",
                    "natgateway",
                    "nat-gateway-id",
                    gateway -> with(
                            gateway,
                            "NatGatewayId",
                            "State",
                            state(gateway, "available", "deleted"),
                            "CreateTime",
                            MADE)),
            row(
                    "Addresses",
                    "elastic-ip",
                    "allocation-id",
                    address -> with(address, "AllocationId", "AssociationId", "eipassoc-1", "InstanceId", "i-1")),
            paged(
                    "VpcEndpoints",
                    "vpc-endpoint",
                    "vpc-endpoint-id",
                    endpoint -> owned(
                            endpoint,
                            "VpcEndpointId",
                            "State",
                            state(endpoint, "available", "deleted"),
                            "CreationTimestamp",
                            MADE)),
            paged(
                    "TransitGateways",
                    "transit-gateway",
                    "transit-gateway-id",
                    gateway -> owned(
                            gateway,
                            "TransitGatewayId",
                            "State",
                            state(gateway, "available", "deleted"),
                            "CreationTime",
                            MADE)),
            paged(
                    "TransitGatewayAttachments",
                    "transit-gateway-attachment",
                    "transit-gateway-attachment-id",
                    attachment -> with(
                            attachment,
                            "TransitGatewayAttachmentId",
                            "State",
                            state(attachment, "available", "deleted"),
                            "ResourceOwnerId",
                            owner(attachment))),
            row(
                    "VpnConnections",
                    "vpn-connection",
                    "vpn-connection-id",
                    vpn -> with(vpn, "VpnConnectionId", "State", state(vpn, "available", "deleted"))),
            paged(
                    "ClientVpnEndpoints",
                    "client-vpn-endpoint",
                    "endpoint-id",
                    endpoint -> with(
                            endpoint,
                            "ClientVpnEndpointId",
                            "Status",
                            members("Code", state(endpoint, "available", "deleted")),
                            "CreationTime",
                            MADE.toString())),
            paged("Vpcs", "vpc", "vpc-id", vpc -> owned(vpc, "VpcId", "State", "available")),
            paged("Subnets", "subnet", "subnet-id", subnet -> owned(subnet, "SubnetId")),
            paged("SecurityGroups", "security-group", "group-id", group -> owned(group, "GroupId")),
            paged("RouteTables", "route-table", "route-table-id", table -> owned(table, "RouteTableId")),
            paged(
                    "InternetGateways",
                    "internet-gateway",
                    "internet-gateway-id",
                    gateway -> owned(gateway, "InternetGatewayId")),
            paged("NetworkInterfaces", "network-interface", "network-interface-id", LabEc2::networkInterface),
            paged(
                            "Hosts",
                            "dedicated-host",
                            "HostId",
                            host -> owned(
                                    host,
                                    "HostId",
                                    "State",
                                    state(host, "available", "released"),
                                    "AllocationTime",
                                    MADE))
                    .refusing("InvalidHostID.NotFound"),
            paged(
                            "LaunchTemplates",
                            "launch-template",
                            "LaunchTemplateId",
                            template -> with(
                                    template,
                                    "LaunchTemplateId",
                                    "LaunchTemplateName",
                                    template.name(),
                                    "CreateTime",
                                    MADE))
                    .refusing("InvalidLaunchTemplateId.NotFound"));

    private LabEc2() {}

    /** Calls are named after the member that holds the list. */
    private static LabRow.Lists row(String items, String type, String filter, Function<Resource, Object> item) {
        return list("ec2:Describe" + items, "ec2:" + type, items, item).filteredBy(filter);
    }

    private static LabRow.Lists paged(String items, String type, String filter, Function<Resource, Object> item) {
        return pages(row(items, type, filter, item), "NextToken");
    }

    private static boolean isForeign(Resource resource) {
        return resource.name().startsWith("foreign-");
    }

    /** Its id and tags, and more. */
    private static Map<String, Object> with(Resource resource, String id, Object... more) {
        Map<String, Object> members =
                new LinkedHashMap<>(members(id, resource.name(), "Tags", LabEstate.tags(resource)));
        members.putAll(members(more));
        return members;
    }

    private static Map<String, Object> owned(Resource resource, String id, Object... more) {
        Map<String, Object> members = with(resource, id, more);
        members.put("OwnerId", owner(resource));
        return members;
    }

    private static Object reservation(Resource instance) {
        return members(
                "Instances",
                List.of(with(
                        instance,
                        "InstanceId",
                        "LaunchTime",
                        java.time.Instant.parse("2026-01-02T03:04:05Z"),
                        "State",
                        members("Name", state(instance, "running", "terminated")),
                        "BlockDeviceMappings",
                        List.of(members("Ebs", members("AttachTime", MADE))))));
    }

    private static Object volume(Resource volume) {
        return with(
                volume,
                "VolumeId",
                "State",
                state(volume, "in-use", "deleting"),
                "CreateTime",
                MADE,
                "Attachments",
                List.of(members("InstanceId", "i-1")));
    }

    private static Object snapshot(Resource snapshot) {
        return owned(snapshot, "SnapshotId", "State", "completed", "StartTime", MADE, "VolumeId", "vol-1");
    }

    private static Object image(Resource image) {
        return owned(
                image, "ImageId", "State", "available", "CreationDate", MADE.toString(), "SourceInstanceId", "i-1");
    }

    private static Object networkInterface(Resource card) {
        return members(
                "NetworkInterfaceId",
                card.name(),
                "OwnerId",
                owner(card),
                "Status",
                "in-use",
                "Attachment",
                members("InstanceId", "i-1"),
                "TagSet",
                LabEstate.tags(card));
    }
}
