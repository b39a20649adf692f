package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Inline;
import io.tagcompliance.policy.ResourceType;
import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.Tag;

/** RDS database instances, without those that are being deleted. */
final class RdsInstances {
    private static final int PAGE = 100;

    static final AwsType TYPE = new AwsType(
            new ResourceType("rds:db"),
            new Arn.Shape("rds", "db:"),
            Listing.of(Operation.of("rds:DescribeDBInstances"), RdsInstances::page),
            new Inline(RdsInstances::lookup));

    private RdsInstances() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeDbInstancesResponse answer = client(place).describeDBInstances(request -> {
            request.maxRecords(PAGE);
            token.into(request::marker);
        });
        return Page.of(entries(place, answer), answer.marker());
    }

    private static List<Entry> lookup(Place place, List<Arn> arns) {
        List<String> names = arns.stream().map(Arn::name).toList();
        Filter named = Filter.builder().name("db-instance-id").values(names).build();
        return entries(place, client(place).describeDBInstances(request -> request.filters(named)));
    }

    private static List<Entry> entries(Place place, DescribeDbInstancesResponse answer) {
        return answer.dbInstances().stream()
                .filter(database -> !"deleting".equals(database.dbInstanceStatus()))
                .map(database -> entry(place, database))
                .toList();
    }

    private static Entry entry(Place place, DBInstance database) {
        return new Entry(
                place.arn("rds", "db:" + database.dbInstanceIdentifier()),
                database.dbInstanceIdentifier(),
                Entry.made(database.instanceCreateTime()),
                Entry.tags(database.tagList(), Tag::key, Tag::value));
    }

    private static RdsClient client(Place place) {
        return place.client(RdsClient.class, RdsClient::builder);
    }
}
