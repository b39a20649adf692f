package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.spi.CloudException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.StsClient;

/** Whose credentials these are: asked once, then remembered. */
final class Identity {
    static final Operation OPERATION = Operation.of("sts:GetCallerIdentity");
    private static final int TRIED = 3;

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
        Account asked = ask(regions.stream().limit(TRIED).toList(), deadline);
        account = asked;
        return asked;
    }

    private Account ask(List<Region> regions, Deadline deadline) {
        try {
            return ask(regions.getFirst(), deadline);
        } catch (CloudException e) {
            boolean sameEverywhere =
                    e.failure().kind() == Kind.UNAUTHENTICATED || e.failure().kind() == Kind.INTERRUPTED;
            if (sameEverywhere || regions.size() == 1) {
                throw e;
            }
            return ask(regions.subList(1, regions.size()), deadline);
        }
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
