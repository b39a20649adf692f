package io.tagcompliance.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** Load balancers and target groups. The classic ones have an API and a tag call of their own, and no ARN in it; both
 * share a name with the later ones. */
final class LoadBalancers {
    private static final int PAGE = 400;
    private static final Operation DESCRIBE = Operation.of("elasticloadbalancing:DescribeLoadBalancers");
    private static final String TAGS = "elasticloadbalancing:DescribeTags";

    static final AwsType LOAD_BALANCER = AwsType.named(
                    "elasticloadbalancing:loadbalancer", "loadbalancer/", "(?:(?:app|net|gwy)/)?([^/]+)(?:/[^/]+)?")
            .listedBy(Listing.joined(
                    Listing.of(DESCRIBE, LoadBalancers::page), Listing.of(DESCRIBE, ClassicLoadBalancers::page)))
            .tagsBy(TAGS, LoadBalancers::tags);
    static final AwsType TARGET_GROUP = AwsType.named(
                    "elasticloadbalancing:targetgroup", "targetgroup/", "([^/]+)/[^/]+")
            .listedBy("elasticloadbalancing:DescribeTargetGroups", LoadBalancers::targetGroups)
            .tagsBy(TAGS, LoadBalancers::tagsOfV2);

    private LoadBalancers() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeLoadBalancersResponse answer = client(place).describeLoadBalancers(request -> {
            request.pageSize(PAGE);
            token.into(request::marker);
        });
        return Page.of(answer.loadBalancers().stream().map(LoadBalancers::entry).toList(), answer.nextMarker());
    }

    private static Entry entry(LoadBalancer balancer) {
        Entry entry = Entry.of(balancer.loadBalancerArn(), balancer.loadBalancerName())
                .createdAt(balancer.createdTime());
        return balancer.state() == null ? entry : entry.inState(balancer.state().codeAsString());
    }

    private static Page<Entry> targetGroups(Place place, Token token) {
        DescribeTargetGroupsResponse answer = client(place).describeTargetGroups(request -> {
            request.pageSize(PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.targetGroups().stream()
                        .map(group -> Entry.of(group.targetGroupArn(), group.targetGroupName()))
                        .toList(),
                answer.nextMarker());
    }

    /** Only the ARNs of classic ones name no kind. */
    private static Map<String, String> tags(Place place, Arn arn) {
        return arn.resource().matches("loadbalancer/[^/]+")
                ? ClassicLoadBalancers.tags(place, arn)
                : tagsOfV2(place, arn);
    }

    private static Map<String, String> tagsOfV2(Place place, Arn arn) {
        List<Tag> tags =
                client(place).describeTags(request -> request.resourceArns(arn.toString())).tagDescriptions().stream()
                        .flatMap(found -> found.tags().stream())
                        .toList();
        return Entry.tags(tags, Tag::key, Tag::value);
    }

    private static ElasticLoadBalancingV2Client client(Place place) {
        return place.client(ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client::builder);
    }
}
