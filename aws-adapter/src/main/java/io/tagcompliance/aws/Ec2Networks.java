package io.tagcompliance.aws;

import io.tagcompliance.aws.Ec2Type.Ask;
import io.tagcompliance.core.resource.ParentLink.Kind;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Networks and their parts, which cost nothing by themselves. Networks that others share are listed, and are theirs. */
final class Ec2Networks {
    static final AwsType VPC = Ec2Type.of("vpc", "vpc-id", "ec2:DescribeVpcs", Ec2Networks::vpcs);
    static final AwsType SUBNET = Ec2Type.of("subnet", "subnet-id", "ec2:DescribeSubnets", Ec2Networks::subnets);
    static final AwsType SECURITY_GROUP =
            Ec2Type.of("security-group", "group-id", "ec2:DescribeSecurityGroups", Ec2Networks::securityGroups);
    static final AwsType ROUTE_TABLE =
            Ec2Type.of("route-table", "route-table-id", "ec2:DescribeRouteTables", Ec2Networks::routeTables);
    static final AwsType INTERNET_GATEWAY = Ec2Type.of(
            "internet-gateway", "internet-gateway-id", "ec2:DescribeInternetGateways", Ec2Networks::internetGateways);
    static final AwsType INTERFACE = Ec2Type.of(
            "network-interface", "network-interface-id", "ec2:DescribeNetworkInterfaces", Ec2Networks::interfaces);

    private Ec2Networks() {}

    private static Page<Entry> vpcs(Ask ask) {
        DescribeVpcsResponse answer = ask.client()
                .describeVpcs(request -> ask.into(request::filters, request::maxResults, request::nextToken));
        return Page.of(
                answer.vpcs().stream()
                        .filter(vpc -> ask.owns(vpc.ownerId()))
                        .map(vpc -> ask.entry(vpc.vpcId(), vpc.tags()).inState(vpc.stateAsString()))
                        .toList(),
                answer.nextToken());
    }

    private static Page<Entry> subnets(Ask ask) {
        DescribeSubnetsResponse answer = ask.client()
                .describeSubnets(request -> ask.into(request::filters, request::maxResults, request::nextToken));
        return Page.of(
                answer.subnets().stream()
                        .filter(subnet -> ask.owns(subnet.ownerId()))
                        .map(subnet ->
                                ask.entry(subnet.subnetId(), subnet.tags()).inState(subnet.stateAsString()))
                        .toList(),
                answer.nextToken());
    }

    private static Page<Entry> securityGroups(Ask ask) {
        DescribeSecurityGroupsResponse answer = ask.client()
                .describeSecurityGroups(request -> ask.into(request::filters, request::maxResults, request::nextToken));
        return Page.of(
                answer.securityGroups().stream()
                        .filter(group -> ask.owns(group.ownerId()))
                        .map(group -> ask.entry(group.groupId(), group.tags()))
                        .toList(),
                answer.nextToken());
    }

    private static Page<Entry> routeTables(Ask ask) {
        DescribeRouteTablesResponse answer = ask.client().describeRouteTables(request -> {
            ask.into(request::filters, request::maxResults, request::nextToken);
            // above a hundred this call answers with an error, unlike its sisters
            request.maxResults(100);
        });
        return Page.of(
                answer.routeTables().stream()
                        .filter(table -> ask.owns(table.ownerId()))
                        .map(table -> ask.entry(table.routeTableId(), table.tags()))
                        .toList(),
                answer.nextToken());
    }

    private static Page<Entry> internetGateways(Ask ask) {
        DescribeInternetGatewaysResponse answer = ask.client()
                .describeInternetGateways(
                        request -> ask.into(request::filters, request::maxResults, request::nextToken));
        return Page.of(
                answer.internetGateways().stream()
                        .filter(gateway -> ask.owns(gateway.ownerId()))
                        .map(gateway -> ask.entry(gateway.internetGatewayId(), gateway.tags()))
                        .toList(),
                answer.nextToken());
    }

    private static Page<Entry> interfaces(Ask ask) {
        DescribeNetworkInterfacesResponse answer = ask.client()
                .describeNetworkInterfaces(
                        request -> ask.into(request::filters, request::maxResults, request::nextToken));
        return Page.of(
                answer.networkInterfaces().stream()
                        .filter(card -> ask.owns(card.ownerId()))
                        .map(card -> entry(ask, card))
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(Ask ask, NetworkInterface card) {
        Entry entry = ask.entry(card.networkInterfaceId(), card.tagSet()).inState(card.statusAsString());
        return card.attachment() == null
                ? entry
                : entry.of(Kind.INSTANCE, card.attachment().instanceId());
    }
}
