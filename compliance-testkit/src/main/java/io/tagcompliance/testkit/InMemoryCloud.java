package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CreatorLog;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A whole cloud in memory, for tests of use-cases: any estate, and every {@link Trouble}. */
public final class InMemoryCloud implements SimulatedCloud, CloudProvider {
    public static final AccountId ACCOUNT = new AccountId("111111111111");
    private static final String SECRET = "s3cr3t-of-the-in-memory-cloud";

    private final List<Resource> estate;
    private final InMemoryInventory inventory;
    private final Optional<AccountDirectory> directory;

    private InMemoryCloud(List<Resource> estate, Optional<AccountDirectory> directory) {
        this.estate = List.copyOf(estate);
        this.inventory = new InMemoryInventory(this.estate, SECRET);
        this.directory = directory;
    }

    /** A cloud that holds these resources, and tells nothing of its accounts. */
    public static InMemoryCloud of(List<Resource> estate) {
        return new InMemoryCloud(estate, Optional.empty());
    }

    /** A cloud that holds these resources in the accounts of this directory. */
    public static InMemoryCloud of(List<Resource> estate, AccountDirectory directory) {
        return new InMemoryCloud(estate, Optional.of(directory));
    }

    /** A cloud that holds the estate of the contracts. */
    public static InMemoryCloud withContractEstate() {
        return of(ContractEstate.in(new AwsLikeShape()));
    }

    @Override
    public Cloud cloud() {
        return Cloud.AWS;
    }

    @Override
    public Source source() {
        return Source.LIVE;
    }

    @Override
    public ResourceInventory inventory() {
        return inventory;
    }

    @Override
    public Optional<AccountDirectory> directory() {
        return directory;
    }

    /** How often a scan was begun. */
    public int scans() {
        return inventory.scans();
    }

    @Override
    public List<Resource> estate() {
        return estate;
    }

    @Override
    public ResourceType foreignType() {
        return new ResourceType("workspaces:workspace");
    }

    @Override
    public ResourceId absentId() {
        return new ResourceId(Cloud.AWS, "arn:aws:ec2:eu-west-1:111111111111:instance/i-absent");
    }

    @Override
    public String secret() {
        return SECRET;
    }

    @Override
    public void inflict(Trouble trouble) {
        inventory.suffer(trouble);
    }

    @Override
    public Set<Class<? extends Trouble>> impossible() {
        return Set.of();
    }

    @Override
    public Optional<CreatorLog> creators() {
        return Optional.empty();
    }

    @Override
    public void close() {
        inventory.close();
    }

    private static final class AwsLikeShape implements ContractEstate.Shape {
        @Override
        public Resource paged(int number, TagReading tags) {
            String name = "i-%04d".formatted(number);
            return resource("ec2:eu-west-1:111111111111:instance/" + name, "ec2:instance", "eu-west-1", tags);
        }

        @Override
        public Resource elsewhere(int number, TagReading tags) {
            return resource("sqs:us-east-1:111111111111:queue-" + number, "sqs:queue", "us-east-1", tags);
        }

        @Override
        public Resource global(int number, TagReading tags) {
            return resource("iam::111111111111:role/role-" + number, "iam:role", "global", tags);
        }

        private static Resource resource(String arn, String type, String region, TagReading tags) {
            return new Resource(
                    new ResourceId(Cloud.AWS, "arn:aws:" + arn),
                    new ResourceType(type),
                    new Location(ACCOUNT, new Region(region)),
                    arn.substring(arn.lastIndexOf(':') + 1),
                    tags,
                    Creation.UNKNOWN);
        }
    }
}
