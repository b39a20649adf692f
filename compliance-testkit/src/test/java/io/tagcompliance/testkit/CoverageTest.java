package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.Coverage;
import io.tagcompliance.core.check.Score;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.RegionsRead;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.core.trend.DriftReport;
import io.tagcompliance.core.trend.Interval;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an answer says of what was read, and what makes it partial. */
class CoverageTest extends EstateOverDays {
    private static final AccountId SHOP = new AccountId("222222222222");
    private static final Region IRELAND = new Region("eu-west-1");
    private static final Region OREGON = new Region("us-west-2");
    private static final ResourceType DATABASE = new ResourceType("rds:db");
    private static final ReadFailure DENIED =
            new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "rds:DescribeDBInstances", "Allow it.");
    private static final Census WITH_UNREAD_TYPES = new Census(
            Cloud.AWS,
            InMemoryCloud.ACCOUNT,
            new Census.Method.Indexed(Instant.parse("2026-10-05T08:00:00Z")),
            "What was made since is not seen.",
            Map.of("iot:thing", 700));

    private ScriptedCloud.Script told = (scope, sink) -> {};

    @Override
    CloudProvider cloud() {
        return ScriptedCloud.of((scope, sink) -> {
            told.run(scope, sink);
            sink.page(estate);
        });
    }

    private ComplianceCheck check() throws InterruptedException {
        return compliance().check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);
    }

    private static Extent.Cell cell(AccountId account, Region region, String type) {
        return new Extent.Cell(Cloud.AWS, account, region, new ResourceType(type));
    }

    private static void read(ScanSink sink, Extent.Cell cell) {
        sink.planned(List.of(cell));
        sink.finished(cell);
    }

    private static void deny(ScanSink sink, Extent.Cell cell) {
        sink.planned(List.of(cell));
        sink.gap(new ScanGap(cell, DENIED, ScanGap.Kept.NOTHING));
    }

    @Test
    void a_region_is_read_where_a_type_of_it_was_read_to_its_end_and_not_where_all_failed()
            throws InterruptedException {
        told = (scope, sink) -> {
            read(sink, cell(SHOP, Region.GLOBAL, "iam:role"));
            read(sink, cell(SHOP, IRELAND, "sqs:queue"));
            deny(sink, cell(SHOP, IRELAND, "rds:db"));
            read(sink, cell(InMemoryCloud.ACCOUNT, OREGON, "sqs:queue"));
            deny(sink, cell(InMemoryCloud.ACCOUNT, IRELAND, "sqs:queue"));
            deny(sink, cell(InMemoryCloud.ACCOUNT, IRELAND, "rds:db"));
        };

        assertThat(check().facts().coverage().regions())
                .containsExactly(
                        new RegionsRead(Cloud.AWS, InMemoryCloud.ACCOUNT, List.of(OREGON)),
                        new RegionsRead(Cloud.AWS, SHOP, List.of(IRELAND, Region.GLOBAL)));
    }

    /** Nobody asked for these types, so nothing failed; but that they are there is told, and not left out. */
    @Test
    void types_that_are_not_read_and_were_not_asked_for_are_told_and_are_no_gap() throws InterruptedException {
        told = (scope, sink) -> sink.census(WITH_UNREAD_TYPES);
        day(tidy("a"));
        day(tidy("a"));

        ComplianceCheck check = check();
        Coverage coverage = check.facts().coverage();
        assertThat(coverage.isComplete()).isTrue();
        assertThat(coverage.censuses()).containsExactly(WITH_UNREAD_TYPES);
        assertThat(check.figures().score()).isEqualTo(new Score.Known(1));
        assertThat(history(Interval.DAY).lastScore()).contains(1.0);
        assertThat(drift(50))
                .isInstanceOfSatisfying(
                        DriftReport.Compared.class,
                        found -> assertThat(found.baseline().isComplete()).isTrue());
    }

    @Test
    void a_type_that_was_to_be_read_and_was_not_is_a_gap_whatever_else_was_read() throws InterruptedException {
        told = (scope, sink) -> {
            read(sink, cell(SHOP, IRELAND, "sqs:queue"));
            deny(sink, cell(SHOP, IRELAND, DATABASE.name()));
        };
        day(tidy("a"));

        ComplianceCheck check = check();
        assertThat(check.facts().coverage().isComplete()).isFalse();
        assertThat(check.figures().score()).isEqualTo(new Score.Withheld(new Score.Known(1)));
        assertThat(history(Interval.DAY).lastScore()).isEmpty();
        assertThat(drift(50)).isInstanceOf(DriftReport.NoBaseline.class);
    }
}
