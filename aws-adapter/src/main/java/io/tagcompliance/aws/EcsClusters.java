package io.tagcompliance.aws;

import io.tagcompliance.core.resource.ParentLink.Kind;
import java.util.Map;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.Tag;

/** ECS clusters, and the services that run in them. ECS lists nothing but ARNs, and services only cluster by cluster. */
final class EcsClusters {
    private static final int PAGE = 100;
    private static final String TAGS = "ecs:ListTagsForResource";

    static final AwsType CLUSTER = AwsType.named("ecs:cluster", "cluster/")
            .listedBy("ecs:ListClusters", EcsClusters::clusters)
            .tagsBy(TAGS, EcsClusters::tags);

    /** Services older than 2018 have ARNs without their cluster. */
    static final AwsType SERVICE = AwsType.named("ecs:service", "service/", "(?:[^/]+/)?([^/]+)")
            .listedBy(Listing.within(CLUSTER.listing(), Operation.of("ecs:ListServices"), EcsClusters::services))
            .tagsBy(TAGS, EcsClusters::tags);

    private EcsClusters() {}

    private static Page<Entry> clusters(Place place, Token token) {
        ListClustersResponse answer = client(place).listClusters(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(answer.clusterArns().stream().map(Arn::of).map(Entry::of).toList(), answer.nextToken());
    }

    private static Page<Entry> services(Place place, Entry cluster, Token token) {
        ListServicesResponse answer = client(place).listServices(request -> {
            request.cluster(cluster.arn().toString()).maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.serviceArns().stream()
                        .map(Arn::of)
                        .map(arn -> Entry.of(arn).of(Kind.CLUSTER, cluster.name()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTagsForResource(request -> request.resourceArn(arn.toString()))
                        .tags(),
                Tag::key,
                Tag::value);
    }

    private static EcsClient client(Place place) {
        return place.client(EcsClient.class, EcsClient::builder);
    }
}
