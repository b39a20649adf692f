package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tagcompliance.aws.AwsSettings.Accounts;
import io.tagcompliance.aws.AwsSettings.Role;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.testkit.CollectingSink;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A scan that runs out of time while a part of AWS hangs. */
class AwsDeadlineTest extends AwsLabTest {
    /** How often it is looked whether the time of a scan is over. */
    private static final long TICK = Duration.ofMillis(10).toNanos();

    private static final Duration LONG_BEFORE_A_CALL_ENDS_BY_ITSELF = Duration.ofSeconds(15);
    private static final AccountId SHOP = new AccountId("222222222222");
    private static final Role ROLE = new Role(LabOrganization.ROLE, LabOrganization.EXTERNAL_ID, "jane");

    private final CollectingSink sink = new CollectingSink();

    /** A scan whose time is over as soon as that is so, however slow the machine is. */
    private CollectingSink scan(BooleanSupplier isOver, Accounts accounts, String... types)
            throws InterruptedException {
        Connection known = lab.connection();
        Connection.Pace pace = known.pace();
        Deadline deadline = new Deadline(() -> isOver.getAsBoolean() ? TICK : 0, TICK);
        Connection brief = new Connection(
                known.end(),
                known.credentials(),
                new Connection.Pace(
                        pace.shortest(), pace.longest(), pace.attempt(), pace.call(), () -> deadline, pace.rates()));
        Instant begun = Instant.now();
        try (AwsCloud hurried = AwsCloud.of(new AwsSettings(Set.of(LabEstate.IRELAND), accounts), brief)) {
            hurried.inventory().scan(of(types), sink);
        }
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONG_BEFORE_A_CALL_ENDS_BY_ITSELF);
        return sink;
    }

    private CollectingSink scan(BooleanSupplier isOver, String... types) throws InterruptedException {
        return scan(isOver, new Accounts.Own(), types);
    }

    private boolean wasAsked(Predicate<LabCall> call) {
        return lab.calls().stream().anyMatch(call);
    }

    private static void assertOutOfTime(ReadFailure failure, String operation) {
        assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(failure.operation()).isEqualTo(operation);
        assertThat(failure.remedy()).contains("The time for one scan was over");
    }

    @Test
    void r60_what_was_read_before_the_deadline_is_there_and_the_rest_is_a_gap_that_says_so() throws Exception {
        Predicate<LabCall> second =
                calls("sns:ListTopics").and(call -> !call.token().isEmpty());
        lab.disturb(second, LabFault.STALLED);

        CollectingSink scan = scan(() -> sink.finished().size() == 1 && wasAsked(second), "sns:topic", "ec2:volume");

        assertThat(scan.resources())
                .filteredOn(resource -> resource.type().name().equals("ec2:volume"))
                .hasSize(EACH);
        assertThat(scan.resources()).hasSize(EACH + LabPaging.PAGE);
        assertThat(scan.finished()).hasSize(1);
        assertThat(scan.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.kept()).isEqualTo(Kept.SOME);
            assertOutOfTime(gap.failure(), "sns:ListTopics");
        });
    }

    /** A list of one page, so that it has ended when its tags are asked for. */
    @Test
    void r60_where_the_tagging_api_hangs_resources_are_there_and_their_tags_unknown() throws Exception {
        lab.paging().ofSize(EACH);
        lab.disturb(calls("tag:GetResources"), LabFault.STALLED);

        CollectingSink scan = scan(() -> wasAsked(calls("tag:GetResources")), "sqs:queue");

        assertThat(scan.resources())
                .hasSize(EACH)
                .extracting(Resource::tags)
                .allSatisfy(tags -> assertThat(tags)
                        .isInstanceOfSatisfying(
                                TagReading.Unknown.class,
                                unknown -> assertOutOfTime(unknown.failure(), "sqs:ListQueueTags")));
    }

    @Test
    void r60_where_every_list_hangs_each_is_a_gap() throws Exception {
        lab.disturb(call -> !call.service().equals("sts"), LabFault.STALLED);

        CollectingSink scan = scan(
                () -> wasAsked(calls("sns:ListTopics")) && wasAsked(calls("ec2:DescribeVolumes")),
                "sns:topic",
                "ec2:volume");

        assertThat(scan.gaps())
                .hasSize(2)
                .extracting(ScanGap::failure)
                .allSatisfy(failure -> assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED));
    }

    @Test
    void r60_where_everything_hangs_a_scan_ends_all_the_same() throws Exception {
        lab.disturb(call -> true, LabFault.STALLED);

        assertThat(scan(() -> wasAsked(call -> true), "sns:topic").gaps())
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.extent()).isEqualTo(new Extent.OfCloud(Cloud.AWS));
                    assertOutOfTime(gap.failure(), "sts:GetCallerIdentity");
                });
    }

    @Test
    void r60_where_the_organisation_hangs_a_scan_ends_all_the_same() throws Exception {
        Predicate<LabCall> listing = calls("organizations:ListAccounts");
        lab.disturb(listing, LabFault.STALLED);

        assertThat(scan(() -> wasAsked(listing), new Accounts.Organization(Set.of(), ROLE), "sns:topic")
                        .gaps())
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.extent()).isEqualTo(new Extent.OfCloud(Cloud.AWS));
                    assertOutOfTime(gap.failure(), "organizations:ListAccounts");
                });
    }

    @Test
    void r60_where_a_role_is_not_given_its_account_is_a_gap() throws Exception {
        Predicate<LabCall> entering = calls("sts:AssumeRole");
        lab.disturb(entering, LabFault.STALLED);

        assertThat(scan(() -> wasAsked(entering), new Accounts.Listed(Set.of(SHOP), ROLE), "sns:topic")
                        .gaps())
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.extent()).isEqualTo(new Extent.OfAccount(Cloud.AWS, SHOP));
                    assertOutOfTime(gap.failure(), "sts:AssumeRole");
                });
    }

    /** As the SDK does where several calls wait for one of them to renew a role. */
    @Test
    void r60_whatever_a_call_throws_that_the_deadline_interrupted_it_is_out_of_time() {
        try (AwsAccess access = AwsAccess.of(new AwsSettings(Set.of(LabEstate.IRELAND)), lab.connection())) {
            Account account = Account.of(access.credentials(), LabEstate.IRELAND);
            AtomicBoolean waits = new AtomicBoolean();
            Deadline deadline = new Deadline(() -> waits.get() ? TICK : 0, TICK);
            Place place = new Place(access, account, LabEstate.IRELAND, deadline);

            assertThatExceptionOfType(CloudException.class)
                    .isThrownBy(() -> place.askAtOnce(Operation.of("sns:ListTopics"), () -> waitForAnother(waits)))
                    .satisfies(e -> assertOutOfTime(e.failure(), "sns:ListTopics"));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private static String waitForAnother(AtomicBoolean waits) {
        waits.set(true);
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted waiting to refresh a cached value.", e);
        }
    }
}
