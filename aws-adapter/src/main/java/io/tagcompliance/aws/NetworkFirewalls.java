package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.networkfirewall.NetworkFirewallClient;
import software.amazon.awssdk.services.networkfirewall.model.ListFirewallsResponse;
import software.amazon.awssdk.services.networkfirewall.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.networkfirewall.model.Tag;

/** Firewalls of networks. */
final class NetworkFirewalls {
    private static final int PAGE = 100;
    private static final Operation TAGS = Operation.of("network-firewall:ListTagsForResource");

    static final AwsType TYPE = AwsType.named("network-firewall:firewall", "firewall/")
            .listedBy("network-firewall:ListFirewalls", NetworkFirewalls::page)
            .tagsBy(TAGS.name(), NetworkFirewalls::tags);

    private NetworkFirewalls() {}

    private static Page<Entry> page(Place place, Token token) {
        ListFirewallsResponse answer = client(place).listFirewalls(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.firewalls().stream()
                        .map(firewall -> Entry.of(firewall.firewallArn(), firewall.firewallName()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(Page.all(TAGS, token -> tagsPage(place, arn, token)), Tag::key, Tag::value);
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListTagsForResourceResponse answer = client(place).listTagsForResource(request -> {
            request.resourceArn(arn.toString());
            token.into(request::nextToken);
        });
        return Page.of(answer.tags(), answer.nextToken());
    }

    private static NetworkFirewallClient client(Place place) {
        return place.client(NetworkFirewallClient.class, NetworkFirewallClient::builder);
    }
}
