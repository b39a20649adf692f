package io.tagcompliance.aws;

import io.tagcompliance.aws.RdsType.Ask;
import io.tagcompliance.core.resource.ParentLink.Kind;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;

/** RDS database instances. */
final class RdsInstances {
    static final AwsType TYPE = RdsType.of("db", "db-instance-id", "rds:DescribeDBInstances", RdsInstances::describe);

    private RdsInstances() {}

    private static Page<Entry> describe(Ask ask) {
        DescribeDbInstancesResponse answer = ask.client()
                .describeDBInstances(request -> ask.into(request::filters, request::maxRecords, request::marker));
        return Page.of(
                answer.dbInstances().stream()
                        .map(database -> entry(ask, database))
                        .toList(),
                answer.marker());
    }

    private static Entry entry(Ask ask, DBInstance database) {
        return ask.entry(database.dbInstanceIdentifier(), database.tagList())
                .createdAt(database.instanceCreateTime())
                .inState(database.dbInstanceStatus())
                .of(Kind.CLUSTER, database.dbClusterIdentifier());
    }
}
