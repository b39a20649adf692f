package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.aws.AwsSettings.Accounts;
import io.tagcompliance.aws.AwsSettings.Role;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Census.Method.Indexed;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.testkit.CollectingSink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole scan, again and again, with call 1, 2, 3 … failing: what is missing is always said, and nothing else changes. */
@Timeout(300)
class FailingCallsTest {
    /** Each type, listed by its service. */
    private static final WholeScan A_REGION =
            WholeScan.of(new AwsSettings(Set.of(LabEstate.IRELAND)), LabEstate.ofEverything(2), lab -> {});

    /** The same with a second page of each list. */
    private static final WholeScan A_REGION_IN_PAGES = WholeScan.of(
            new AwsSettings(Set.of(LabEstate.IRELAND)),
            LabEstate.ofEverything(2),
            lab -> lab.paging().ofSize(1));

    /** Three accounts, two of them entered by a role, each with an index that says what there is. */
    private static final WholeScan AN_ORGANIZATION = WholeScan.of(
            new AwsSettings(
                    Set.of(LabEstate.VIRGINIA),
                    new Accounts.Organization(
                            Set.of(), new Role(LabOrganization.ROLE, LabOrganization.EXTERNAL_ID, "jane"))),
            some().alsoIn(new AccountId("222222222222"), new AccountId("333333333333")),
            lab -> {
                lab.organization().found();
                lab.explorer().index(resource -> true, Instant.now());
            });

    /** One of each way in which lists and tags are read. */
    private static LabEstate some() {
        return new LabEstate(Stream.of(
                        "ec2:instance",
                        "s3:bucket",
                        "sqs:queue",
                        "sns:topic",
                        "kms:key",
                        "eks:cluster",
                        "eks:nodegroup")
                .map(type ->
                        LabEstate.resource(type, LabEstate.VIRGINIA, "one", TagReading.known(Map.of("Owner", type))))
                .toList());
    }

    static Stream<Arguments> wholes() {
        return Stream.of(
                Arguments.of(Named.of("a Region", A_REGION)),
                Arguments.of(Named.of("an organisation", AN_ORGANIZATION)));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Named.of("a Region", A_REGION), Named.of("denied", LabFault.DENIED)),
                Arguments.of(Named.of("a Region in pages", A_REGION_IN_PAGES), Named.of("denied", LabFault.DENIED)),
                Arguments.of(Named.of("an organisation", AN_ORGANIZATION), Named.of("denied", LabFault.DENIED)),
                Arguments.of(Named.of("a Region", A_REGION), Named.of("404", LabFault.BARE_404)),
                Arguments.of(Named.of("an organisation", AN_ORGANIZATION), Named.of("404", LabFault.BARE_404)));
    }

    private final AtomicInteger calls = new AtomicInteger();
    private int failing;

    /** Scans with one call failing like that; how many calls there were. */
    private CollectingSink scan(WholeScan whole, LabFault fault, int nth) throws InterruptedException {
        calls.set(0);
        failing = nth;
        CollectingSink sink = new CollectingSink();
        try (AwsLab lab = new AwsLab(whole.estate());
                AwsCloud cloud = lab.cloud(whole.settings())) {
            whole.prepared().accept(lab);
            lab.disturb(call -> calls.incrementAndGet() == failing, fault);
            cloud.inventory().scan(WholeScan.SCOPE, sink);
        }
        return sink;
    }

    private int callsOf(WholeScan whole) throws InterruptedException {
        CollectingSink scan = scan(whole, LabFault.NONE, 0);
        assertThat(AwsLabTest.tags(scan.resources()))
                .isEqualTo(AwsLabTest.tags(List.copyOf(whole.truth().values())));
        return calls.get();
    }

    @Test
    void the_accounts_of_the_organisation_are_entered_and_their_indexes_read() throws InterruptedException {
        assertThat(scan(AN_ORGANIZATION, LabFault.NONE, 0).censuses())
                .hasSize(3)
                .allSatisfy(census -> assertThat(census.method()).isInstanceOf(Indexed.class));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_a_refused_call_hides_is_a_gap_or_an_unknown_tag_whichever_call_it_is(WholeScan whole, LabFault fault)
            throws InterruptedException {
        int all = callsOf(whole);
        for (int nth = 1; nth <= all; nth++) {
            CollectingSink scan = scan(whole, fault, nth);

            whole.assertHidesNothing(scan, "call " + nth);
        }
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void one_bad_answer_changes_nothing_whichever_call_it_is(WholeScan whole) throws InterruptedException {
        assertChangesNothing(whole, LabFault.BAD_GATEWAY);
    }

    @Test
    void one_page_of_somebody_else_changes_nothing_whichever_call_it_is() throws InterruptedException {
        assertChangesNothing(A_REGION, LabFault.OTHER_XML);
    }

    @Test
    void one_throttled_call_changes_nothing_whichever_call_it_is() throws InterruptedException {
        assertChangesNothing(AN_ORGANIZATION, LabFault.THROTTLED);
    }

    @Test
    void credentials_that_expire_once_are_renewed_whichever_call_it_is() throws InterruptedException {
        assertChangesNothing(AN_ORGANIZATION, LabFault.EXPIRED);
    }

    private void assertChangesNothing(WholeScan whole, LabFault fault) throws InterruptedException {
        int all = callsOf(whole);
        for (int nth = 1; nth <= all; nth++) {
            CollectingSink scan = scan(whole, fault, nth);

            assertThat(scan.gaps()).as("call %d", nth).isEmpty();
            assertThat(AwsLabTest.tags(scan.resources()))
                    .as("call %d", nth)
                    .isEqualTo(AwsLabTest.tags(List.copyOf(whole.truth().values())));
        }
    }
}
