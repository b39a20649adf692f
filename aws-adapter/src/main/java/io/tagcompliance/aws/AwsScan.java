package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.Cloud;
import java.util.List;
import java.util.stream.Stream;

/** One scan: every cell of the scope side by side. A cell is one chain of pages, so none waits for another. */
final class AwsScan {
    private final AwsAccess access;
    private final Workers workers;
    private final Scope scope;
    private final ScanSink sink;

    AwsScan(AwsAccess access, Workers workers, Scope scope, ScanSink sink) {
        this.access = access;
        this.workers = workers;
        this.scope = scope;
        this.sink = sink;
    }

    void run() {
        List<Region> askable = access.regions().askable(scope);
        if (!scope.includes(Cloud.AWS) || askable.isEmpty()) {
            return;
        }
        try {
            Account account = access.identity().account(askable);
            if (scope.includes(account.id())) {
                readAll(account);
            }
        } catch (CloudException e) {
            gap(new Extent.OfCloud(Cloud.AWS), e);
        }
    }

    private void readAll(Account account) {
        try {
            read(access.regions().of(scope, access.clients()).stream()
                    .map(region -> new Place(access.clients(), account, region))
                    .toList());
        } catch (CloudException e) {
            gap(new Extent.OfAccount(Cloud.AWS, account.id()), e);
        }
    }

    private void read(List<Place> places) {
        List<AwsType> types = AwsTypes.ALL.stream()
                .filter(type -> scope.includes(type.type()))
                .toList();
        List<CellReading> cells =
                places.stream().flatMap(place -> cells(place, types)).toList();
        sink.planned(places.stream()
                .flatMap(place -> types.stream().map(place::cell))
                .toList());
        workers.each(cells, cell -> {
            cell.read(access.calls());
            return cell;
        });
    }

    private Stream<CellReading> cells(Place place, List<AwsType> types) {
        RegionTags tags = new RegionTags(access.calls(), workers, place, AwsType.filters(types));
        return types.stream().map(type -> new CellReading(type, place, tags, sink));
    }

    private void gap(Extent extent, CloudException e) {
        sink.gap(new ScanGap(extent, e.failure(), Kept.NOTHING));
    }
}
