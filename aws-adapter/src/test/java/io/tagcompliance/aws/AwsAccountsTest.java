package io.tagcompliance.aws;

import static io.tagcompliance.aws.AwsLabTest.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.aws.AwsSettings.Accounts;
import io.tagcompliance.aws.AwsSettings.Role;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudAccount;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.testkit.CollectingSink;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.organizations.model.Account;

/** More accounts than one: listed by the operator, or those of an organisation. */
@Timeout(60)
class AwsAccountsTest {
    private static final AccountId OWN = LabEstate.ACCOUNT;
    private static final AccountId SHOP = new AccountId("222222222222");
    private static final AccountId PLAYGROUND = new AccountId("333333333333");
    private static final AccountId FOREIGN = new AccountId("999999999999");
    private static final LabEstate ESTATE = LabEstate.ofEverything(3).alsoIn(SHOP, PLAYGROUND);
    private static final Role ROLE = new Role(LabOrganization.ROLE, LabOrganization.EXTERNAL_ID, "jane doe");

    private final AwsLab lab = new AwsLab(ESTATE);
    private AwsCloud cloud = reading(new Accounts.Organization(Set.of(), ROLE));

    private AwsCloud reading(Accounts accounts) {
        lab.organization().found();
        return lab.cloud(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS), accounts));
    }

    private void read(Accounts accounts) {
        cloud.close();
        cloud = reading(accounts);
    }

    @AfterEach
    void close() {
        cloud.close();
        lab.close();
    }

    private CollectingSink scan(Scope scope) throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        cloud.inventory().scan(scope, sink);
        return sink;
    }

    private static Scope in(AccountId... accounts) {
        return new Scope(Set.of(), Set.of(accounts), Set.of(), Set.of());
    }

    private static List<Resource> truth(Predicate<Resource> some) {
        return ESTATE.resources().stream()
                .filter(resource -> AwsTypes.of(Scope.EVERYTHING).stream()
                        .anyMatch(type -> type.type().equals(resource.type())))
                .filter(some)
                .toList();
    }

    private long assumed() {
        return lab.calls().stream()
                .filter(call -> call.action().equals("AssumeRole"))
                .count();
    }

    @Test
    void reads_every_active_account_of_the_organisation() throws Exception {
        CollectingSink scan = scan(Scope.EVERYTHING);

        assertThat(scan.gaps()).isEmpty();
        assertThat(tags(scan.resources())).isEqualTo(tags(truth(resource -> true)));
        assertThat(assumed()).isEqualTo(2);
    }

    @Test
    void reads_the_accounts_of_the_operators_list_and_no_organisation() throws Exception {
        read(new Accounts.Listed(Set.of(OWN, SHOP), ROLE));

        assertThat(tags(scan(Scope.EVERYTHING).resources()))
                .isEqualTo(tags(truth(resource -> !resource.location().account().equals(PLAYGROUND))));
        assertThat(lab.calls()).noneMatch(call -> call.service().equals("organizations"));
    }

    @Test
    void reads_a_unit_with_the_units_below_it() throws Exception {
        read(new Accounts.Organization(Set.of(LabOrganization.WORKLOADS), ROLE));

        assertThat(tags(scan(Scope.EVERYTHING).resources()))
                .isEqualTo(tags(truth(resource -> resource.location().account().equals(SHOP))));
    }

    @Test
    void enters_only_the_accounts_of_the_scope() throws Exception {
        assertThat(tags(scan(in(PLAYGROUND)).resources()))
                .isEqualTo(tags(truth(resource -> resource.location().account().equals(PLAYGROUND))));
        assertThat(lab.organization().entered(SHOP.text())).isZero();
    }

    @Test
    void the_session_is_named_after_who_asked() throws Exception {
        scan(in(SHOP));

        assertThat(lab.calls())
                .filteredOn(call -> call.action().equals("AssumeRole"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.field("RoleSessionName")).isEqualTo("tag-compliance-jane-doe");
                    assertThat(call.field("ExternalId")).isEqualTo(LabOrganization.EXTERNAL_ID);
                });
    }

    @Test
    void r59_one_account_denied_is_a_gap_and_the_others_are_complete() throws Exception {
        lab.disturb(
                call -> call.action().equals("AssumeRole")
                        && call.field("RoleArn").contains(SHOP.text()),
                LabFault.DENIED);

        CollectingSink scan = scan(Scope.EVERYTHING);

        assertThat(scan.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.extent()).isEqualTo(new Extent.OfAccount(Cloud.AWS, SHOP));
            assertThat(gap.failure().kind()).isEqualTo(Kind.ACCESS_DENIED);
            assertThat(gap.failure().operation()).isEqualTo("sts:AssumeRole");
            assertThat(gap.failure().remedy()).contains("sts:AssumeRole");
        });
        assertThat(tags(scan.resources()))
                .isEqualTo(tags(truth(resource -> !resource.location().account().equals(SHOP))));
    }

    @Test
    void a_role_with_another_external_id_is_a_gap_for_each_account() throws Exception {
        read(new Accounts.Listed(Set.of(SHOP, PLAYGROUND), new Role(LabOrganization.ROLE, "wrong", "jane")));

        assertThat(scan(Scope.EVERYTHING).gaps())
                .extracting(gap -> gap.extent())
                .containsExactlyInAnyOrder(
                        new Extent.OfAccount(Cloud.AWS, SHOP), new Extent.OfAccount(Cloud.AWS, PLAYGROUND));
    }

    @Test
    void an_organisation_that_can_not_be_listed_is_a_gap_of_the_cloud() throws Exception {
        lab.disturb(call -> call.service().equals("organizations"), LabFault.DENIED);

        assertThat(scan(Scope.EVERYTHING).gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.extent()).isEqualTo(new Extent.OfCloud(Cloud.AWS));
            assertThat(gap.failure().operation()).isEqualTo("organizations:ListAccounts");
        });
    }

    @Test
    void the_accounts_of_an_organisation_are_asked_of_one_account_only() throws Exception {
        CollectingSink scan = scan(AwsLabTest.of("organizations:account"));

        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.planned()).hasSize(1);
        assertThat(lab.calls())
                .filteredOn(call -> call.operation().equals("organizations:ListAccounts"))
                .isNotEmpty()
                .allMatch(call -> call.account().equals(OWN.text()));
    }

    @Test
    void an_account_is_active_by_its_state_else_by_its_status_and_is_tried_where_neither_is_told() {
        assertThat(Organization.isActive(account("ACTIVE", "SUSPENDED"))).isTrue();
        assertThat(Organization.isActive(account("PENDING_CLOSURE", "ACTIVE"))).isFalse();
        assertThat(Organization.isActive(account(null, "ACTIVE"))).isTrue();
        assertThat(Organization.isActive(account(null, "SUSPENDED"))).isFalse();
        assertThat(Organization.isActive(account(null, null))).isTrue();
    }

    private static Account account(@Nullable String state, @Nullable String status) {
        return Account.builder().id("222222222222").state(state).status(status).build();
    }

    @Test
    void a_unit_without_an_active_account_is_a_gap_and_not_an_empty_estate() throws Exception {
        read(new Accounts.Organization(Set.of("ou-lab1-nobody00"), ROLE));
        Resource bucket =
                truth(resource -> resource.type().name().equals("s3:bucket")).getFirst();

        assertThat(scan(Scope.EVERYTHING).gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.extent()).isEqualTo(new Extent.OfCloud(Cloud.AWS)));
        assertThat(cloud.inventory().find(List.of(bucket.id()))).singleElement().isInstanceOf(Finding.Unreadable.class);
    }

    @Test
    void r38_an_account_outside_the_list_is_refused_without_a_call() throws Exception {
        read(new Accounts.Listed(Set.of(OWN, SHOP), ROLE));

        assertThat(cloud.inventory().accounts()).containsExactlyInAnyOrder(OWN, SHOP);
        assertThat(cloud.directory().orElseThrow().accounts())
                .extracting(CloudAccount::id)
                .doesNotContain(FOREIGN);
        assertThat(lab.calls()).isEmpty();
        assertThat(scan(in(FOREIGN)).resources()).isEmpty();
        assertThat(assumed()).isZero();
    }

    @Test
    void r38_a_role_is_no_account_and_is_named_by_the_operator_only() {
        assertThatThrownBy(() -> new Accounts.Listed(Set.of(new AccountId("arn:aws:iam::222222222222:role/x")), ROLE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Role("arn:aws:iam::222222222222:role/x", "", "jane"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void r62_a_session_that_ends_in_mid_scan_is_entered_again_once() throws Exception {
        lab.disturb(
                call -> call.signed().key().equals("temporary-222222222222-1")
                        && call.service().equals("sqs"),
                LabFault.EXPIRED);

        CollectingSink scan = scan(in(SHOP));

        assertThat(scan.gaps()).isEmpty();
        assertThat(tags(scan.resources()))
                .isEqualTo(tags(truth(resource -> resource.location().account().equals(SHOP))));
        assertThat(lab.organization().entered(SHOP.text())).isEqualTo(2);
    }

    @Test
    void r62_a_session_that_ends_again_at_once_is_a_gap_with_the_reason() throws Exception {
        lab.disturb(call -> call.account().equals(SHOP.text()) && call.service().equals("sqs"), LabFault.EXPIRED);

        assertThat(scan(in(SHOP)).gaps())
                .isNotEmpty()
                .allSatisfy(gap -> assertThat(gap.failure().kind()).isEqualTo(Kind.UNAUTHENTICATED));
    }

    @Test
    void tells_the_accounts_by_name_and_those_of_a_unit() throws Exception {
        assertThat(cloud.directory().orElseThrow().accounts())
                .containsExactlyInAnyOrder(
                        new CloudAccount(OWN, "Management"),
                        new CloudAccount(SHOP, "Shop"),
                        new CloudAccount(PLAYGROUND, "Playground"));
        assertThat(cloud.directory().orElseThrow().under(LabOrganization.WORKLOADS))
                .containsExactly(new CloudAccount(SHOP, "Shop"));
        assertThat(cloud.directory().orElseThrow().under("ou-none-nowhere12")).isEmpty();
    }

    @Test
    void a_unit_gives_no_account_that_the_operator_left_out() throws Exception {
        read(new Accounts.Organization(Set.of(LabOrganization.SANDBOX), ROLE));

        assertThat(cloud.directory().orElseThrow().under(LabOrganization.ROOT))
                .extracting(CloudAccount::id)
                .containsExactly(PLAYGROUND);
    }

    @Test
    void finds_resources_of_any_account_and_buckets_whose_ids_name_none() throws Exception {
        Resource queue = truth(resource -> resource.type().name().equals("sqs:queue")
                        && resource.location().account().equals(SHOP))
                .getFirst();
        Resource bucket = truth(resource -> resource.type().name().equals("s3:bucket")
                        && resource.location().account().equals(PLAYGROUND))
                .getFirst();
        ResourceId elsewhere = new ResourceId(Cloud.AWS, queue.id().text().replace(SHOP.text(), FOREIGN.text()));

        List<Finding> findings = cloud.inventory().find(List.of(queue.id(), bucket.id(), elsewhere));

        assertThat(findings.get(0)).isInstanceOf(Finding.Found.class);
        assertThat(findings.get(1)).isInstanceOf(Finding.Found.class);
        assertThat(findings.get(2)).isInstanceOf(Finding.Unreadable.class);
        assertThat(lab.organization().entered(FOREIGN.text())).isZero();
    }

    @Test
    void a_directory_says_why_it_can_not_list() {
        lab.disturb(call -> call.service().equals("organizations"), LabFault.DENIED);

        assertThatThrownBy(() -> cloud.directory().orElseThrow().accounts())
                .isInstanceOf(CloudException.AccessDenied.class)
                .hasMessageContaining("organizations:ListAccounts");
    }
}
