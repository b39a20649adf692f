package io.tagcompliance.aws;

import io.tagcompliance.aws.Ec2Type.Ask;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ClientVpnEndpoint;
import software.amazon.awssdk.services.ec2.model.DescribeClientVpnEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayAttachmentsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment;

/**
 * What joins networks: transit gateways, their attachments, VPNs. A gateway that others share is theirs; an attachment
 * belongs to whoever attached something, and pays for it.
 */
final class Ec2Transit {
    private static final Set<String> GONE = Set.of("deleting", "deleted", "rejected", "failed");

    static final AwsType GATEWAY =
            Ec2Type.of("transit-gateway", "transit-gateway-id", "ec2:DescribeTransitGateways", Ec2Transit::gateways);
    static final AwsType ATTACHMENT = Ec2Type.of(
            "transit-gateway-attachment",
            "transit-gateway-attachment-id",
            "ec2:DescribeTransitGatewayAttachments",
            Ec2Transit::attachments);
    static final AwsType VPN =
            Ec2Type.of("vpn-connection", "vpn-connection-id", "ec2:DescribeVpnConnections", Ec2Transit::vpns);
    static final AwsType CLIENT_VPN =
            Ec2Type.of("client-vpn-endpoint", "endpoint-id", "ec2:DescribeClientVpnEndpoints", Ec2Transit::clientVpns);

    private Ec2Transit() {}

    private static Page<Entry> gateways(Ask ask) {
        DescribeTransitGatewaysResponse answer = ask.client()
                .describeTransitGateways(
                        request -> ask.into(request::filters, request::maxResults, request::nextToken));
        return Page.of(
                answer.transitGateways().stream()
                        .filter(gateway -> ask.owns(gateway.ownerId()))
                        .filter(gateway -> Ec2Type.remains(gateway.stateAsString(), GONE))
                        .map(gateway -> ask.entry(gateway.transitGatewayId(), gateway.tags())
                                .createdAt(gateway.creationTime())
                                .inState(gateway.stateAsString()))
                        .toList(),
                answer.nextToken());
    }

    private static Page<Entry> attachments(Ask ask) {
        DescribeTransitGatewayAttachmentsResponse answer = ask.client()
                .describeTransitGatewayAttachments(
                        request -> ask.into(request::filters, request::maxResults, request::nextToken));
        return Page.of(
                answer.transitGatewayAttachments().stream()
                        .filter(attachment -> ask.owns(attachment.resourceOwnerId()))
                        .filter(attachment -> Ec2Type.remains(attachment.stateAsString(), GONE))
                        .map(attachment -> entry(ask, attachment))
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(Ask ask, TransitGatewayAttachment attachment) {
        return ask.entry(attachment.transitGatewayAttachmentId(), attachment.tags())
                .createdAt(attachment.creationTime())
                .inState(attachment.stateAsString());
    }

    /** VPN connections come all at once. */
    private static Page<Entry> vpns(Ask ask) {
        DescribeVpnConnectionsResponse answer =
                ask.client().describeVpnConnections(request -> ask.into(request::filters));
        return Page.only(answer.vpnConnections().stream()
                .filter(vpn -> Ec2Type.remains(vpn.stateAsString(), GONE))
                .map(vpn -> ask.entry(vpn.vpnConnectionId(), vpn.tags()).inState(vpn.stateAsString()))
                .toList());
    }

    private static Page<Entry> clientVpns(Ask ask) {
        DescribeClientVpnEndpointsResponse answer = ask.client()
                .describeClientVpnEndpoints(
                        request -> ask.into(request::filters, request::maxResults, request::nextToken));
        return Page.of(
                answer.clientVpnEndpoints().stream()
                        .filter(endpoint -> Ec2Type.remains(state(endpoint), GONE))
                        .map(endpoint -> ask.entry(endpoint.clientVpnEndpointId(), endpoint.tags())
                                .createdAt(Ec2Snapshots.instant(endpoint.creationTime()))
                                .inState(state(endpoint)))
                        .toList(),
                answer.nextToken());
    }

    private static String state(ClientVpnEndpoint endpoint) {
        return endpoint.status() == null ? "" : endpoint.status().codeAsString();
    }
}
