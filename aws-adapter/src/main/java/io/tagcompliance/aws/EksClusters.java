package io.tagcompliance.aws;

import io.tagcompliance.core.resource.ParentLink.Kind;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.ListClustersResponse;
import software.amazon.awssdk.services.eks.model.ListNodegroupsResponse;
import software.amazon.awssdk.services.eks.model.Nodegroup;

/**
 * EKS clusters and their node groups. EKS lists names only; the ARN of a node group ends in an id that nobody tells but the
 * call that describes it, and so each one costs a call, which tells its tags too.
 */
final class EksClusters {
    private static final int PAGE = 100;

    static final AwsType CLUSTER = AwsType.named("eks:cluster", "cluster/")
            .listedBy("eks:ListClusters", EksClusters::clusters)
            .tagsBy("eks:ListTagsForResource", EksClusters::tags);

    private static final Listing NAMES =
            Listing.within(CLUSTER.listing(), Operation.of("eks:ListNodegroups"), EksClusters::nodegroups);

    static final AwsType NODEGROUP = AwsType.named("eks:nodegroup", "nodegroup/", "[^/]+/([^/]+)/[^/]+")
            .listedBy(Listing.described(NAMES, Operation.of("eks:DescribeNodegroup"), EksClusters::nodegroup))
            .withTags(Operation.of("eks:ListTagsForResource"), EksClusters::tags);

    private EksClusters() {}

    private static Page<Entry> clusters(Place place, Token token) {
        ListClustersResponse answer = client(place).listClusters(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.clusters().stream()
                        .map(name -> Entry.of(place.arn("eks", "cluster/" + name)))
                        .toList(),
                answer.nextToken());
    }

    /** Names without the end of their ARNs. */
    private static Page<Entry> nodegroups(Place place, Entry cluster, Token token) {
        ListNodegroupsResponse answer = client(place).listNodegroups(request -> {
            request.clusterName(cluster.name()).maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.nodegroups().stream()
                        .map(name -> Entry.of(place.arn("eks", "nodegroup/" + cluster.name() + "/" + name))
                                .of(Kind.CLUSTER, cluster.name()))
                        .toList(),
                answer.nextToken());
    }

    private static Page<Entry> nodegroup(Place place, Entry named, Token token) {
        String cluster = named.traits().parents().getFirst().name();
        Nodegroup group = client(place)
                .describeNodegroup(request -> request.clusterName(cluster).nodegroupName(named.name()))
                .nodegroup();
        return Page.only(List.of(Entry.of(group.nodegroupArn(), group.nodegroupName())
                .createdAt(group.createdAt())
                .inState(group.statusAsString())
                .tagged(group.tags())
                .of(Kind.CLUSTER, group.clusterName())));
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place)
                .listTagsForResource(request -> request.resourceArn(arn.toString()))
                .tags();
    }

    private static EksClient client(Place place) {
        return place.client(EksClient.class, EksClient::builder);
    }
}
