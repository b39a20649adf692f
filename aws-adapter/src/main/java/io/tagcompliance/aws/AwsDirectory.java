package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudAccount;
import java.util.List;

/** The accounts that the operator lets us read; names and units where these come from the organisation. */
final class AwsDirectory implements AccountDirectory {
    private final AwsAccess access;
    private final AwsAccounts accounts;

    AwsDirectory(AwsEstate estate) {
        this.access = estate.access();
        this.accounts = estate.accounts();
    }

    @Override
    public List<CloudAccount> accounts() throws InterruptedException {
        access.clients().refuseIfClosed();
        return Workers.with(workers -> accounts.all(() -> accounts.own(Scope.EVERYTHING)));
    }

    @Override
    public List<CloudAccount> under(String unit) throws InterruptedException {
        access.clients().refuseIfClosed();
        return Workers.with(workers -> accounts.under(unit));
    }
}
