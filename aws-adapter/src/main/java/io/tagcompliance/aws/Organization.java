package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.spi.CloudAccount;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountState;
import software.amazon.awssdk.services.organizations.model.AccountStatus;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;

/**
 * The organisation of an account: its active accounts, and those of its units. Closed and suspended accounts can't be read,
 * and cost nothing any more.
 */
final class Organization {
    static final Operation ACCOUNTS = Operation.of("organizations:ListAccounts");
    static final Operation CHILD_ACCOUNTS = Operation.of("organizations:ListAccountsForParent");
    static final Operation UNITS = Operation.of("organizations:ListOrganizationalUnitsForParent");

    private final Place home;

    /**
     * The organisation of an account.
     *
     * @param anywhere a place of the account that asks
     * @param global   the Region of the only endpoint that organisations have in a partition: it is asked there whatever
     *                 Regions are read, since it tells no resources of that Region
     */
    Organization(Place anywhere, Region global) {
        this.home = anywhere.in(global);
    }

    /** Every active account. */
    List<CloudAccount> accounts() {
        List<CloudAccount> accounts = new ArrayList<>();
        Page.readAll(
                ACCOUNTS,
                token -> home.askForPage(ACCOUNTS, token, () -> accountsPage(token)),
                page -> accounts.addAll(active(page.items())));
        return accounts;
    }

    /** The active accounts of a unit or root, and of all units below it. */
    List<CloudAccount> accountsUnder(String unit) {
        List<CloudAccount> accounts = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(List.of(unit));
        Set<String> seen = new HashSet<>();
        while (!left.isEmpty()) {
            String parent = left.pop();
            if (seen.add(parent)) {
                Page.readAll(
                        CHILD_ACCOUNTS,
                        token -> home.askForPage(CHILD_ACCOUNTS, token, () -> childrenPage(parent, token)),
                        page -> accounts.addAll(active(page.items())));
                Page.readAll(
                        UNITS,
                        token -> home.askForPage(UNITS, token, () -> unitsPage(parent, token)),
                        page -> page.items().forEach(child -> left.push(child.id())));
            }
        }
        return accounts;
    }

    private Page<Account> accountsPage(Token token) {
        ListAccountsResponse answer = client().listAccounts(request -> token.into(request::nextToken));
        return Page.of(answer.accounts(), answer.nextToken());
    }

    private Page<Account> childrenPage(String parent, Token token) {
        ListAccountsForParentResponse answer = client().listAccountsForParent(request -> {
            request.parentId(parent);
            token.into(request::nextToken);
        });
        return Page.of(answer.accounts(), answer.nextToken());
    }

    private Page<OrganizationalUnit> unitsPage(String parent, Token token) {
        ListOrganizationalUnitsForParentResponse answer = client().listOrganizationalUnitsForParent(request -> {
            request.parentId(parent);
            token.into(request::nextToken);
        });
        return Page.of(answer.organizationalUnits(), answer.nextToken());
    }

    private static List<CloudAccount> active(List<Account> accounts) {
        return accounts.stream()
                .filter(Organization::isActive)
                .map(account -> new CloudAccount(new AccountId(account.id()), account.name()))
                .toList();
    }

    /** AWS says it by the state, and in the older way by the status. An account of which it says neither is tried. */
    static boolean isActive(Account account) {
        return account.state() != null
                ? account.state() == AccountState.ACTIVE
                : account.statusAsString() == null || account.status() == AccountStatus.ACTIVE;
    }

    private OrganizationsClient client() {
        return home.client(OrganizationsClient.class, OrganizationsClient::builder);
    }
}
