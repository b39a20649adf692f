package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.StsClient;

/** Whose credentials these are: asked once, then remembered. */
final class Identity {
    static final Operation OPERATION = Operation.of("sts:GetCallerIdentity");

    private final AwsAccess access;
    private volatile @Nullable Account account;

    Identity(AwsAccess access) {
        this.access = access;
    }

    /** The account, asked in the first of these Regions that answers; none of the others must be out of order for it. */
    Account account(List<Region> regions, Deadline deadline) {
        Account remembered = account;
        if (remembered != null) {
            return remembered;
        }
        Account asked = AnyRegion.ask(regions, region -> ask(region, deadline));
        account = asked;
        return asked;
    }

    private Account ask(Region region, Deadline deadline) {
        Place place = new Place(access, Account.of(access.credentials(), region), region, deadline);
        String id = place.askAtOnce(
                OPERATION,
                () -> place.client(StsClient.class, StsClient::builder)
                        .getCallerIdentity()
                        .account());
        return Account.in(region, new AccountId(id), access.credentials());
    }
}
