package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsClients.Tries;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.policy.Cloud;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;

/** A Region of an account, and the means and the time to ask it. */
record Place(AwsAccess access, Account account, Region region, Deadline deadline) {

    /** A place with time enough. */
    static Place of(AwsAccess access, Account account, Region region) {
        return new Place(access, account, region, Deadline.NONE);
    }

    Place in(Region other) {
        return new Place(access, account, other, deadline);
    }

    /** The same, until then. */
    Place until(Deadline other) {
        return new Place(access, account, region, other);
    }

    <C extends SdkClient, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
            Class<C> kind, Supplier<B> builder) {
        return access.clients().client(region, Tries.MANY, kind, builder);
    }

    /** A client that tries once, for what there is another way to find out. */
    <C extends SdkClient, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C hastyClient(
            Class<C> kind, Supplier<B> builder) {
        return access.clients().client(region, Tries.ONE, kind, builder);
    }

    /** The answer of a call; every failure is a CloudException. */
    <T> T ask(Operation operation, Supplier<T> call) {
        return ask(operation, Turns.Rank.BEGINS, call);
    }

    /** The answer about a page of a list: the first is asked for when its turn comes, and from there on the list goes on. */
    <T> T askForPage(Operation operation, Token token, Supplier<T> call) {
        return ask(operation, token.isNone() ? Turns.Rank.BEGINS : Turns.Rank.GOES_ON, call);
    }

    /** The answer of a call that others wait for. */
    <T> T askAtOnce(Operation operation, Supplier<T> call) {
        return ask(operation, Turns.Rank.GOES_ON, call);
    }

    private <T> T ask(Operation operation, Turns.Rank rank, Supplier<T> call) {
        return inTime(operation, () -> access.calls().ask(operation, this, rank, call));
    }

    /** The answer about one resource; empty where AWS says that there is none. */
    <T> Optional<T> askForOne(Operation operation, Supplier<T> call) {
        return inTime(operation, () -> access.calls().askForOne(operation, this, call));
    }

    /** Makes sure that the account can be entered, so that one that can't is one failure and not one of each call. */
    void enter() {
        ask(Roles.OPERATION, () -> account.credentials().resolveCredentials());
    }

    /**
     * What isn't answered when the time is over is given up, however long the call itself may take. The alarm may reach the
     * SDK anywhere, and where it waits for another thread to renew a role it throws what else would be a bug.
     */
    private <T> T inTime(Operation operation, Supplier<T> answer) {
        if (deadline.isOver()) {
            throw AwsFailures.outOfTime(operation);
        }
        Alarm alarm = new Alarm(deadline, access.clients().timeouts());
        try {
            return answer.get();
        } catch (CloudException | IllegalStateException e) {
            throw alarm.stop() ? AwsFailures.outOfTime(operation) : e;
        } finally {
            alarm.stop();
        }
    }

    /** The ARN of a resource here. */
    Arn arn(String service, String resource) {
        return new Arn(account.partition(), service, region.text(), account.id().text(), resource);
    }

    /** The ARN of a resource of this account that lies in no Region. */
    Arn globalArn(String service, String resource) {
        return new Arn(account.partition(), service, "", account.id().text(), resource);
    }

    /** The ARN of a resource here, of a service that leaves out the account. */
    Arn regionalArn(String service, String resource) {
        return new Arn(account.partition(), service, region.text(), "", resource);
    }

    Extent.Cell cell(AwsType type) {
        return new Extent.Cell(Cloud.AWS, account.id(), regionOf(type), type.type());
    }

    Resource resource(AwsType type, Entry entry, TagReading tags) {
        return new Resource(
                entry.arn().id(),
                type.type(),
                new Location(account.id(), regionOf(type), ParentLinks.stack(tags)),
                entry.name(),
                tags,
                entry.creation(),
                ParentLinks.added(entry.traits(), tags));
    }

    /** What lies in no Region is asked in one of them all the same. */
    private Region regionOf(AwsType type) {
        return switch (type.reach()) {
            case REGIONAL -> region;
            case GLOBAL -> Region.GLOBAL;
        };
    }
}
