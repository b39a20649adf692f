package io.tagcompliance.aws;

import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.spi.CloudException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.StsClient;

/** Whose credentials these are: asked once, then remembered. */
final class Identity {
    private static final Operation OPERATION = Operation.of("sts:GetCallerIdentity");
    private static final int TRIED = 3;

    private final AwsClients clients;
    private final Calls calls;
    private volatile @Nullable Account account;

    Identity(AwsClients clients, Calls calls) {
        this.clients = clients;
        this.calls = calls;
    }

    /** The account, asked in the first of these Regions that answers; none of the others must be out of order for it. */
    Account account(List<Region> regions) {
        Account remembered = account;
        if (remembered != null) {
            return remembered;
        }
        Account asked = ask(regions.stream().limit(TRIED).toList());
        account = asked;
        return asked;
    }

    private Account ask(List<Region> regions) {
        try {
            return ask(regions.getFirst());
        } catch (CloudException e) {
            boolean sameEverywhere =
                    e.failure().kind() == Kind.UNAUTHENTICATED || e.failure().kind() == Kind.INTERRUPTED;
            if (sameEverywhere || regions.size() == 1) {
                throw e;
            }
            return ask(regions.subList(1, regions.size()));
        }
    }

    private Account ask(Region region) {
        return calls.ask(
                OPERATION,
                region,
                () -> Account.in(
                        region,
                        clients.client(region, StsClient.class, StsClient::builder)
                                .getCallerIdentity()
                                .account()));
    }
}
