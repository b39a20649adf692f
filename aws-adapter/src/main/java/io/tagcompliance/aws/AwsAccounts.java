package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsSettings.Accounts;
import io.tagcompliance.aws.AwsSettings.Role;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudAccount;
import io.tagcompliance.core.spi.CloudException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts that the operator lets this program read, and how each is asked. Everything begins with the account of the
 * credentials; the others are asked with their role.
 */
final class AwsAccounts implements AutoCloseable {
    private final AwsAccess access;
    private final AwsRegions regions;
    private final Identity identity;
    private final Roles roles;
    private final Deadline deadline;

    AwsAccounts(AwsAccess access, AwsRegions regions) {
        this.access = access;
        this.regions = regions;
        this.identity = new Identity(access);
        this.roles = new Roles();
        this.deadline = Deadline.NONE;
    }

    private AwsAccounts(AwsAccounts same, Deadline deadline) {
        this.access = same.access;
        this.regions = same.regions;
        this.identity = same.identity;
        this.roles = same.roles;
        this.deadline = deadline;
    }

    /** The same, found out until then. */
    AwsAccounts until(Deadline other) {
        return new AwsAccounts(this, other);
    }

    /** The account of the credentials. */
    Account own(Scope scope) {
        return identity.account(regions.askable(scope), deadline);
    }

    /**
     * All that may be read, each once, with its name where somebody tells it.
     *
     * @param own asked only where the operator's list says nothing without it
     */
    List<CloudAccount> all(Supplier<Account> own) {
        return switch (access.settings().accounts()) {
            case Accounts.Own ignored -> List.of(new CloudAccount(own.get().id(), ""));
            case Accounts.Listed listed ->
                listed.ids().stream().map(id -> new CloudAccount(id, "")).toList();
            case Accounts.Organization(Set<String> units, Role role) -> members(units, organization(own.get()));
        };
    }

    /** None at all would look like an estate without resources, and is somebody's mistake. */
    private static List<CloudAccount> members(Set<String> units, Organization organization) {
        List<CloudAccount> members = distinct(
                units.isEmpty()
                        ? organization.accounts().stream()
                        : units.stream().sorted().flatMap(unit -> organization.accountsUnder(unit).stream()));
        if (members.isEmpty()) {
            throw CloudException.unsupported(
                    Organization.ACCOUNTS.name(),
                    "AWS Organizations names no active account in what aws_accounts says: check the units.");
        }
        return members;
    }

    /** Those of them that lie in a unit or below it; none where the organisation isn't read. */
    List<CloudAccount> under(String unit) {
        return switch (access.settings().accounts()) {
            case Accounts.Own ignored -> List.of();
            case Accounts.Listed listed -> List.of();
            case Accounts.Organization organization -> {
                Account own = own(Scope.EVERYTHING);
                Set<AccountId> allowed =
                        all(() -> own).stream().map(CloudAccount::id).collect(Collectors.toSet());
                yield organization(own).accountsUnder(unit).stream()
                        .filter(account -> allowed.contains(account.id()))
                        .toList();
            }
        };
    }

    /** Those of them that a scope reads. */
    List<Account> of(Scope scope, Account own) {
        return all(() -> own).stream()
                .map(CloudAccount::id)
                .filter(scope::includes)
                .map(id -> with(id, own))
                .toList();
    }

    private Account with(AccountId id, Account own) {
        if (id.equals(own.id())) {
            return own;
        }
        return switch (access.settings().accounts()) {
            case Accounts.Own ignored -> own;
            case Accounts.Listed listed -> roles.in(id, listed.role(), home(own));
            case Accounts.Organization organization -> roles.in(id, organization.role(), home(own));
        };
    }

    /** Roles are remembered for longer than any scan: whoever needs one has a deadline of its own. */
    private Place home(Account own) {
        return Place.of(access, own, regions.home());
    }

    private Organization organization(Account own) {
        return new Organization(home(own).until(deadline), regions.ofPartition());
    }

    private static List<CloudAccount> distinct(Stream<CloudAccount> accounts) {
        Map<AccountId, CloudAccount> byId = new LinkedHashMap<>();
        accounts.forEach(account -> byId.putIfAbsent(account.id(), account));
        return List.copyOf(byId.values());
    }

    @Override
    public void close() {
        roles.close();
    }
}
