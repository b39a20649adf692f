package io.tagcompliance.core.check;

import io.tagcompliance.core.check.AccountsCheck.Checked;
import io.tagcompliance.core.check.AccountsCheck.Failed;
import io.tagcompliance.core.check.Breakdown.Part;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudAccount;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.Cloud;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares accounts by how well they follow the policy. */
public final class CheckAcrossAccounts {
    private static final Comparator<Checked> WORST_FIRST = Comparator.comparingInt(
                    (Checked checked) -> -checked.figures().counts().nonCompliant())
            .thenComparing(checked -> checked.account().id());

    private final Sources sources;

    public CheckAcrossAccounts(Sources sources) {
        this.sources = sources;
    }

    /**
     * Checks the accounts that the request names. One that could not be read is told apart from those that were.
     *
     * @throws NoSuchAccountsException where a named account or unit holds nothing that may be read
     * @throws CloudException          where some are named and a cloud won't say which accounts there are; where none is
     *                                 named, the cloud is a gap of the answer
     * @throws InterruptedException    where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public AccountsCheck check(AccountsRequest request, Patience patience) throws InterruptedException {
        List<Member> members = members(request);
        ResourceFilter filter = new ResourceFilter(scope(request, members), Set.of(), Map.of());
        ComplianceCheck check = new CheckTagCompliance(sources)
                .check(new CheckRequest(filter, Set.of(), request.freshness()), patience);
        List<Checked> checked = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        for (Member member : members) {
            unreadable(member, check)
                    .ifPresentOrElse(
                            failure -> failed.add(new Failed(member.cloud(), member.account(), failure)),
                            () -> checked.add(new Checked(member.cloud(), member.account(), figures(member, check))));
        }
        checked.sort(WORST_FIRST);
        failed.sort(Comparator.comparing(one -> one.account().id()));
        return new AccountsCheck(check.facts(), check.figures(), checked, failed);
    }

    /** An account of a cloud. */
    private record Member(Cloud cloud, CloudAccount account) {}

    /** A question about everything is the one that other use-cases ask, and so has the same scan. */
    private static Scope scope(AccountsRequest request, List<Member> members) {
        Set<AccountId> ids =
                members.stream().map(member -> member.account().id()).collect(Collectors.toSet());
        return new Scope(Set.of(), request.isAboutEverything() ? Set.of() : ids, Set.of(), Set.of());
    }

    private List<Member> members(AccountsRequest request) throws InterruptedException {
        Set<String> unknown = new TreeSet<>(request.units());
        request.accounts().forEach(id -> unknown.add(id.text()));
        List<Member> members = new ArrayList<>();
        for (CloudProvider provider : sources.scanner().providers()) {
            Set<AccountId> wanted = new HashSet<>(request.accounts());
            for (String unit : request.units()) {
                Set<AccountId> within = under(unit, provider);
                wanted.addAll(within);
                if (!within.isEmpty()) {
                    unknown.remove(unit);
                }
            }
            for (CloudAccount account : accounts(provider, request)) {
                if (request.isAboutEverything() || wanted.contains(account.id())) {
                    unknown.remove(account.id().text());
                    members.add(new Member(provider.cloud(), account));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new NoSuchAccountsException(unknown);
        }
        return members;
    }

    private static Set<AccountId> under(String unit, CloudProvider provider) throws InterruptedException {
        Optional<AccountDirectory> directory = provider.directory();
        List<CloudAccount> accounts = directory.isPresent() ? directory.get().under(unit) : List.<CloudAccount>of();
        return accounts.stream().map(CloudAccount::id).collect(Collectors.toSet());
    }

    private static List<CloudAccount> accounts(CloudProvider provider, AccountsRequest request)
            throws InterruptedException {
        try {
            return accounts(provider);
        } catch (CloudException silent) {
            if (request.isAboutEverything()) {
                return List.of(); // the scan asks the same, and tells of the gap
            }
            throw silent;
        }
    }

    private static List<CloudAccount> accounts(CloudProvider provider) throws InterruptedException {
        Optional<AccountDirectory> directory = provider.directory();
        if (directory.isPresent()) {
            return directory.get().accounts();
        }
        return provider.inventory().accounts().stream()
                .sorted()
                .map(id -> new CloudAccount(id, ""))
                .toList();
    }

    /** Why nothing of an account was read, where that is so. */
    private static Optional<ReadFailure> unreadable(Member member, ComplianceCheck check) {
        if (figuresOf(member, check).isPresent()) {
            return Optional.empty();
        }
        return check.facts().coverage().gaps().stream()
                .filter(gap -> coversAllOf(member, gap.extent()))
                .filter(gap -> gap.kept() == ScanGap.Kept.NOTHING)
                .map(ScanGap::failure)
                .findFirst();
    }

    private static boolean coversAllOf(Member member, Extent extent) {
        return extent.cloud().equals(member.cloud())
                && switch (extent) {
                    case Extent.OfCloud cloud -> true;
                    case Extent.OfAccount account ->
                        account.account().equals(member.account().id());
                    case Extent.OfRegion region -> false;
                    case Extent.Cell cell -> false;
                };
    }

    /** An account in which nothing was found has figures too. */
    private static Figures figures(Member member, ComplianceCheck check) {
        return figuresOf(member, check).orElseGet(() -> {
            Counts none = new Counts(0, 0, 0, 0, 0);
            boolean gaps = new GapReach(check.facts().coverage().gaps())
                    .into(member.cloud(), member.account().id());
            return new Figures(none, none.score(gaps), 0);
        });
    }

    private static Optional<Figures> figuresOf(Member member, ComplianceCheck check) {
        return check.breakdown().byAccount().stream()
                .filter(part -> part.cloud().equals(member.cloud())
                        && part.part().equals(member.account().id()))
                .map(Part::figures)
                .findFirst();
    }
}
