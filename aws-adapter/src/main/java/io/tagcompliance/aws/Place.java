package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;

/** A Region of the account, and the clients to ask it with. */
record Place(AwsClients clients, Account account, Region region) {

    <C extends SdkClient, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
            Class<C> kind, Supplier<B> builder) {
        return clients.client(region, kind, builder);
    }

    /** The ARN of a resource here. */
    Arn arn(String service, String resource) {
        return new Arn(account.partition(), service, region.text(), account.id().text(), resource);
    }

    Extent.Cell cell(AwsType type) {
        return new Extent.Cell(Cloud.AWS, account.id(), region, type.type());
    }

    Resource resource(AwsType type, Entry entry, TagReading tags) {
        return new Resource(
                entry.arn().id(),
                type.type(),
                new Location(account.id(), region),
                entry.name(),
                tags,
                entry.creation());
    }
}
