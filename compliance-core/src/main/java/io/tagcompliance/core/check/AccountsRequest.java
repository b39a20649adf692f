package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.scan.Freshness;
import java.util.Set;

/**
 * A question of {@link CheckAcrossAccounts}.
 *
 * @param accounts  of these accounts
 * @param units     and of all accounts in these organisational units and below, in their cloud's spelling; both empty =
 *                  every account that may be read
 * @param freshness whether a remembered scan will do
 */
public record AccountsRequest(Set<AccountId> accounts, Set<String> units, Freshness freshness) {
    /** Every account, from a remembered scan if there is one. */
    public static final AccountsRequest EVERYTHING =
            new AccountsRequest(Set.of(), Set.of(), Freshness.REMEMBERED_WILL_DO);

    public AccountsRequest {
        accounts = Set.copyOf(accounts);
        units = Set.copyOf(units);
    }

    boolean isAboutEverything() {
        return accounts.isEmpty() && units.isEmpty();
    }
}
