package io.tagcompliance.aws;

import io.tagcompliance.aws.Ec2Type.Ask;
import io.tagcompliance.core.resource.ParentLink.Kind;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;

/** The ways out of a network that cost money: NAT gateways, addresses, endpoints. */
final class Ec2Gateways {
    static final AwsType NAT_GATEWAY =
            Ec2Type.of("natgateway", "nat-gateway-id", "ec2:DescribeNatGateways", Ec2Gateways::natGateways);
    static final AwsType ADDRESS =
            Ec2Type.of("elastic-ip", "allocation-id", "ec2:DescribeAddresses", Ec2Gateways::addresses);
    static final AwsType ENDPOINT =
            Ec2Type.of("vpc-endpoint", "vpc-endpoint-id", "ec2:DescribeVpcEndpoints", Ec2Gateways::endpoints);

    private Ec2Gateways() {}

    private static Page<Entry> natGateways(Ask ask) {
        DescribeNatGatewaysResponse answer = ask.client()
                .describeNatGateways(request -> ask.into(request::filter, request::maxResults, request::nextToken));
        return Page.of(
                answer.natGateways().stream()
                        .map(gateway -> ask.entry(gateway.natGatewayId(), gateway.tags())
                                .createdAt(gateway.createTime())
                                .inState(gateway.stateAsString()))
                        .toList(),
                answer.nextToken());
    }

    /** Addresses come all at once. Those of EC2-Classic had no id, and can't be tagged. */
    private static Page<Entry> addresses(Ask ask) {
        DescribeAddressesResponse answer = ask.client().describeAddresses(request -> ask.into(request::filters));
        return Page.only(answer.addresses().stream()
                .filter(address -> address.allocationId() != null)
                .map(address -> ask.entry(address.allocationId(), address.tags())
                        .inState(address.associationId() == null ? "" : "associated")
                        .of(Kind.INSTANCE, address.instanceId()))
                .toList());
    }

    private static Page<Entry> endpoints(Ask ask) {
        DescribeVpcEndpointsResponse answer = ask.client()
                .describeVpcEndpoints(request -> ask.into(request::filters, request::maxResults, request::nextToken));
        return Page.of(
                answer.vpcEndpoints().stream()
                        .filter(endpoint -> ask.owns(endpoint.ownerId()))
                        .map(endpoint -> ask.entry(endpoint.vpcEndpointId(), endpoint.tags())
                                .createdAt(endpoint.creationTimestamp())
                                .inState(endpoint.stateAsString()))
                        .toList(),
                answer.nextToken());
    }
}
