package io.tagcompliance.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.Tag;

/** The API of classic load balancers. */
final class ClassicLoadBalancers {
    private static final int PAGE = 400;

    private ClassicLoadBalancers() {}

    static Page<Entry> page(Place place, Token token) {
        DescribeLoadBalancersResponse answer = client(place).describeLoadBalancers(request -> {
            request.pageSize(PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.loadBalancerDescriptions().stream()
                        .map(balancer -> Entry.of(place.arn(
                                        "elasticloadbalancing", "loadbalancer/" + balancer.loadBalancerName()))
                                .createdAt(balancer.createdTime()))
                        .toList(),
                answer.nextMarker());
    }

    static Map<String, String> tags(Place place, Arn arn) {
        List<Tag> tags =
                client(place).describeTags(request -> request.loadBalancerNames(arn.name())).tagDescriptions().stream()
                        .flatMap(found -> found.tags().stream())
                        .toList();
        return Entry.tags(tags, Tag::key, Tag::value);
    }

    private static ElasticLoadBalancingClient client(Place place) {
        return place.client(ElasticLoadBalancingClient.class, ElasticLoadBalancingClient::builder);
    }
}
