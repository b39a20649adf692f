package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationInstancesResponse;
import software.amazon.awssdk.services.databasemigration.model.ReplicationInstance;
import software.amazon.awssdk.services.databasemigration.model.Tag;

/** Replication instances of the Database Migration Service. */
final class DmsInstances {
    private static final int PAGE = 100;

    static final AwsType TYPE = AwsType.named("dms:rep", "rep:")
            .listedBy("dms:DescribeReplicationInstances", DmsInstances::page)
            .tagsBy("dms:ListTagsForResource", DmsInstances::tags);

    private DmsInstances() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeReplicationInstancesResponse answer = client(place).describeReplicationInstances(request -> {
            request.maxRecords(PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.replicationInstances().stream().map(DmsInstances::entry).toList(), answer.marker());
    }

    private static Entry entry(ReplicationInstance instance) {
        return Entry.of(instance.replicationInstanceArn(), instance.replicationInstanceIdentifier())
                .createdAt(instance.instanceCreateTime())
                .inState(instance.replicationInstanceStatus());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTagsForResource(request -> request.resourceArn(arn.toString()))
                        .tagList(),
                Tag::key,
                Tag::value);
    }

    private static DatabaseMigrationClient client(Place place) {
        return place.client(DatabaseMigrationClient.class, DatabaseMigrationClient::builder);
    }
}
