package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.AccountsCheck;
import io.tagcompliance.core.check.AccountsRequest;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.NoSuchAccountsException;
import io.tagcompliance.core.check.Score;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudAccount;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TagPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts beside each other. */
class AcrossAccountsTest {
    private static final AccountId GOOD = new AccountId("111111111111");
    private static final AccountId BAD = new AccountId("222222222222");
    private static final AccountId EMPTY = new AccountId("333333333333");
    private static final TagPolicy POLICY = Estates.policy("\"required_tags\":[{\"name\":\"Owner\"}]");
    private static final List<Resource> ESTATE = List.of(
            NamedResources.inAccount(GOOD, "i-1", Map.of("Owner", "ann")),
            NamedResources.inAccount(GOOD, "i-2", Map.of("Owner", "bob")),
            NamedResources.inAccount(BAD, "i-3", Map.of("Owner", "cid")),
            NamedResources.inAccount(BAD, "i-4", Map.of()));

    private final InMemoryCloud cloud = InMemoryCloud.of(ESTATE, new Directory());

    /** Three accounts, of which two lie in a unit. */
    private static final class Directory implements AccountDirectory {
        @Override
        public List<CloudAccount> accounts() {
            return List.of(
                    new CloudAccount(GOOD, "Good"), new CloudAccount(BAD, "Bad"), new CloudAccount(EMPTY, "Empty"));
        }

        @Override
        public List<CloudAccount> under(String unit) {
            return unit.equals("ou-1") ? accounts().subList(1, 3) : List.of();
        }
    }

    private AccountsCheck check(AccountsRequest request) throws InterruptedException {
        return compliance().accounts().check(request, Patience.UNLIMITED);
    }

    private TagCompliance compliance() {
        return TagCompliance.judgedBy(POLICY).reading(cloud).build();
    }

    private static AccountsRequest of(Set<AccountId> accounts, Set<String> units) {
        return new AccountsRequest(accounts, units, Freshness.REMEMBERED_WILL_DO);
    }

    @Test
    void compares_all_accounts_worst_first_and_an_empty_one_has_no_score() throws InterruptedException {
        AccountsCheck check = check(AccountsRequest.EVERYTHING);

        assertThat(check.checked())
                .extracting(one -> one.account().name(), one -> one.figures().score())
                .containsExactly(
                        tuple("Bad", new Score.Known(0.5)),
                        tuple("Good", new Score.Known(1.0)),
                        tuple("Empty", new Score.NothingApplicable()));
        assertThat(check.overall().score()).isEqualTo(new Score.Known(0.75));
        assertThat(check.failed()).isEmpty();
    }

    @Test
    void a_unit_stands_for_its_accounts_and_named_accounts_come_beside_them() throws InterruptedException {
        assertThat(check(of(Set.of(), Set.of("ou-1"))).checked())
                .extracting(one -> one.account().id())
                .containsExactly(BAD, EMPTY);
        assertThat(check(of(Set.of(GOOD), Set.of("ou-1"))).checked()).hasSize(3);
    }

    @Test
    void the_figures_are_those_of_a_check_of_the_same_accounts() throws InterruptedException {
        assertThat(check(AccountsRequest.EVERYTHING).overall())
                .isEqualTo(compliance()
                        .check()
                        .check(CheckRequest.EVERYTHING, Patience.UNLIMITED)
                        .figures());
    }

    @Test
    void r38_what_the_operator_did_not_configure_is_refused_and_nothing_is_scanned() {
        assertThatThrownBy(() -> check(of(Set.of(new AccountId("999999999999")), Set.of())))
                .isInstanceOfSatisfying(
                        NoSuchAccountsException.class,
                        refused -> assertThat(refused.names()).containsExactly("999999999999"));
        assertThatThrownBy(() -> check(of(Set.of(), Set.of("ou-1", "ou-2"))))
                .isInstanceOfSatisfying(
                        NoSuchAccountsException.class,
                        refused -> assertThat(refused.names()).containsExactly("ou-2"));
        assertThat(cloud.scans()).isZero();
    }

    @Test
    void an_account_of_which_something_was_read_is_no_failed_one() throws InterruptedException {
        ReadFailure denied = new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "x:List", "Allow x:List.");
        ScriptedCloud partly = ScriptedCloud.of((scope, sink) -> {
                    sink.page(ESTATE);
                    sink.gap(new ScanGap(new Extent.OfAccount(Cloud.AWS, BAD), denied, ScanGap.Kept.NOTHING));
                })
                .with(new Directory());

        AccountsCheck check = TagCompliance.judgedBy(POLICY)
                .reading(partly)
                .build()
                .accounts()
                .check(AccountsRequest.EVERYTHING, Patience.UNLIMITED);

        assertThat(check.failed()).isEmpty();
        assertThat(check.checked())
                .filteredOn(one -> one.account().id().equals(BAD))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.figures().score()).isEqualTo(new Score.Withheld(new Score.Known(0.5))));
    }

    @Test
    void r59_an_account_that_can_not_be_read_is_told_apart_and_the_overall_score_is_withheld()
            throws InterruptedException {
        ReadFailure denied = new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "sts:AssumeRole", "Trust us.");
        ScriptedCloud partly = ScriptedCloud.of((scope, sink) -> {
                    sink.page(ESTATE.subList(0, 2));
                    sink.gap(new ScanGap(new Extent.OfAccount(Cloud.AWS, BAD), denied, ScanGap.Kept.NOTHING));
                })
                .with(new Directory());
        TagCompliance compliance =
                TagCompliance.judgedBy(POLICY).reading(partly).build();

        AccountsCheck check = compliance.accounts().check(AccountsRequest.EVERYTHING, Patience.UNLIMITED);

        assertThat(check.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.account()).isEqualTo(new CloudAccount(BAD, "Bad"));
            assertThat(failed.failure()).isEqualTo(denied);
        });
        assertThat(check.checked())
                .extracting(one -> one.account().id(), one -> one.figures().score())
                .containsExactly(tuple(GOOD, new Score.Known(1.0)), tuple(EMPTY, new Score.NothingApplicable()));
        assertThat(check.overall().score()).isEqualTo(new Score.Withheld(new Score.Known(1.0)));
    }
}
