package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.Cloud;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * One scan: every cell of the scope side by side. A cell is one chain of pages, so none waits for another. Accounts are
 * side by side too, but only some at once, since what is read of an account is held until its tags are there.
 */
final class AwsScan {
    private static final int ACCOUNTS_AT_ONCE = 8;

    private final AwsEstate estate;
    private final AwsRegions regions;
    private final Workers workers;
    private final Scope scope;
    private final ScanSink sink;
    private final Deadline deadline;
    private final List<AwsType> types;
    private final Semaphore free = new Semaphore(ACCOUNTS_AT_ONCE);

    AwsScan(AwsEstate estate, Workers workers, Scope scope, ScanSink sink) {
        this.estate = estate;
        this.regions = estate.regions();
        this.workers = workers;
        this.scope = scope;
        this.sink = sink;
        this.deadline = Deadline.in(estate.access().connection().pace().scan());
        this.types = AwsTypes.of(scope);
    }

    void run() {
        if (!scope.includes(Cloud.AWS) || regions.askable(scope).isEmpty()) {
            return;
        }
        try {
            Account own = estate.accounts().own(scope);
            workers.each(estate.accounts().of(scope, own), account -> {
                inTurn(account);
                return account;
            });
        } catch (CloudException e) {
            gap(new Extent.OfCloud(Cloud.AWS), e);
        }
    }

    private void inTurn(Account account) {
        free.acquireUninterruptibly();
        try {
            readAll(account);
        } finally {
            free.release();
        }
    }

    private void readAll(Account account) {
        try {
            Place home = place(account, regions.home());
            home.enter();
            read(account, regions.of(scope, home));
        } catch (CloudException e) {
            gap(new Extent.OfAccount(Cloud.AWS, account.id()), e);
        }
    }

    private void read(Account account, List<Region> read) {
        List<CellReading> cells = Stream.concat(
                        read.stream().flatMap(region -> cells(place(account, region), AwsType.Reach.REGIONAL)),
                        regions.ofGlobals(scope).stream()
                                .flatMap(region -> cells(place(account, region), AwsType.Reach.GLOBAL)))
                .toList();
        sink.planned(cells.stream().map(CellReading::cell).toList());
        workers.each(cells, cell -> {
            cell.read();
            return cell;
        });
    }

    private Stream<CellReading> cells(Place place, AwsType.Reach reach) {
        List<AwsType> here =
                types.stream().filter(type -> type.reach() == reach).toList();
        RegionTags tags = new RegionTags(workers, place, sources(here));
        return here.stream().map(type -> new CellReading(type, place, tags, sink));
    }

    private static List<Separate> sources(List<AwsType> types) {
        return types.stream()
                .map(AwsType::tags)
                .filter(Separate.class::isInstance)
                .map(Separate.class::cast)
                .toList();
    }

    private Place place(Account account, Region region) {
        return new Place(estate.access(), account, region, deadline);
    }

    private void gap(Extent extent, CloudException e) {
        sink.gap(new ScanGap(extent, e.failure(), Kept.NOTHING));
    }
}
