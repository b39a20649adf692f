package io.tagcompliance.aws;

import io.tagcompliance.core.resource.ParentLink.Kind;
import java.util.Map;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCachesResponse;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Caches of ElastiCache: nodes, groups that replicate, and those without servers. */
final class ElastiCaches {
    private static final int PAGE = 100;
    private static final String TAGS = "elasticache:ListTagsForResource";

    static final AwsType CLUSTER = AwsType.named("elasticache:cluster", "cluster:")
            .listedBy("elasticache:DescribeCacheClusters", ElastiCaches::clusters)
            .tagsBy(TAGS, ElastiCaches::tags);
    static final AwsType GROUP = AwsType.named("elasticache:replicationgroup", "replicationgroup:")
            .listedBy("elasticache:DescribeReplicationGroups", ElastiCaches::groups)
            .tagsBy(TAGS, ElastiCaches::tags);
    static final AwsType SERVERLESS = AwsType.named("elasticache:serverlesscache", "serverlesscache:")
            .listedBy("elasticache:DescribeServerlessCaches", ElastiCaches::serverless)
            .tagsBy(TAGS, ElastiCaches::tags);

    private ElastiCaches() {}

    private static Page<Entry> clusters(Place place, Token token) {
        DescribeCacheClustersResponse answer = client(place).describeCacheClusters(request -> {
            request.maxRecords(PAGE);
            token.into(request::marker);
        });
        return Page.of(answer.cacheClusters().stream().map(ElastiCaches::entry).toList(), answer.marker());
    }

    private static Entry entry(CacheCluster cluster) {
        return Entry.of(cluster.arn(), cluster.cacheClusterId())
                .createdAt(cluster.cacheClusterCreateTime())
                .inState(cluster.cacheClusterStatus())
                .of(Kind.CLUSTER, cluster.replicationGroupId());
    }

    private static Page<Entry> groups(Place place, Token token) {
        DescribeReplicationGroupsResponse answer = client(place).describeReplicationGroups(request -> {
            request.maxRecords(PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.replicationGroups().stream()
                        .map(group -> Entry.of(group.arn(), group.replicationGroupId())
                                .createdAt(group.replicationGroupCreateTime())
                                .inState(group.status()))
                        .toList(),
                answer.marker());
    }

    private static Page<Entry> serverless(Place place, Token token) {
        DescribeServerlessCachesResponse answer = client(place).describeServerlessCaches(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.serverlessCaches().stream()
                        .map(cache -> Entry.of(cache.arn(), cache.serverlessCacheName())
                                .createdAt(cache.createTime())
                                .inState(cache.status()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTagsForResource(request -> request.resourceName(arn.toString()))
                        .tagList(),
                Tag::key,
                Tag::value);
    }

    private static ElastiCacheClient client(Place place) {
        return place.client(ElastiCacheClient.class, ElastiCacheClient::builder);
    }
}
