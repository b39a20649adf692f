package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ListHostedZonesResponse;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/** Hosted zones of Route 53, which lie in no Region. It puts a path before their ids. */
final class Route53Zones {
    private static final String PAGE = "100";

    static final AwsType TYPE = AwsType.named("route53:hostedzone", "hostedzone/")
            .global()
            .listedBy("route53:ListHostedZones", Route53Zones::page)
            .tagsBy("route53:ListTagsForResource", Route53Zones::tags);

    private Route53Zones() {}

    private static Page<Entry> page(Place place, Token token) {
        ListHostedZonesResponse answer = client(place).listHostedZones(request -> {
            request.maxItems(PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.hostedZones().stream().map(zone -> entry(place, zone)).toList(),
                answer.nextMarker(),
                answer.isTruncated());
    }

    private static Entry entry(Place place, HostedZone zone) {
        String id = zone.id().substring(zone.id().lastIndexOf('/') + 1);
        return Entry.of(new Arn(place.account().partition(), "route53", "", "", "hostedzone/" + id))
                .called(zone.name());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTagsForResource(request ->
                                request.resourceType(TagResourceType.HOSTEDZONE).resourceId(arn.name()))
                        .resourceTagSet()
                        .tags(),
                Tag::key,
                Tag::value);
    }

    private static Route53Client client(Place place) {
        return place.client(Route53Client.class, Route53Client::builder);
    }
}
