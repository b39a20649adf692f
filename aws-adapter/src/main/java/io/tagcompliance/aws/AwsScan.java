package io.tagcompliance.aws;

import static java.util.Objects.requireNonNull;

import io.tagcompliance.aws.AwsType.Reach;
import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.Cloud;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One scan: every cell of the scope side by side. A cell is one chain of pages, so none waits for another. Accounts are
 * side by side too, but only some at once, since what is read of an account is held until its tags are there.
 */
final class AwsScan {
    private static final int ACCOUNTS_AT_ONCE = 8;
    private static final int WORTH_A_GUIDE = 40;

    private final AwsEstate estate;
    private final AwsRegions regions;
    private final AwsAccounts accounts;
    private final Workers workers;
    private final Scope scope;
    private final ScanSink sink;
    private final Deadline deadline;
    private final Semaphore free = new Semaphore(ACCOUNTS_AT_ONCE);

    AwsScan(AwsEstate estate, Workers workers, Scope scope, ScanSink sink) {
        this.estate = estate;
        this.regions = estate.regions();
        this.workers = workers;
        this.scope = scope;
        this.sink = sink;
        this.deadline = estate.access().connection().pace().scan().get();
        this.accounts = estate.accounts().until(deadline);
    }

    void run() {
        if (!scope.includes(Cloud.AWS) || regions.askable(scope).isEmpty()) {
            return;
        }
        try {
            Account own = accounts.own(scope);
            List<Account> read = accounts.of(scope, own);
            tellIfNobodyListsAccounts(own, read);
            workers.each(read.stream().filter(account -> isAsked(account, own)).toList(), account -> {
                inTurn(account);
                return account;
            });
        } catch (CloudException e) {
            gap(new Extent.OfCloud(Cloud.AWS), e);
        }
    }

    /** Where only the accounts of the organisation are asked for, one account tells them all: no other is entered. */
    private boolean isAsked(Account account, Account own) {
        return account.equals(own) || AwsTypes.of(scope).stream().anyMatch(type -> !type.equals(MemberAccounts.TYPE));
    }

    /** The account of the credentials would, and the operator's list may leave it out. */
    private void tellIfNobodyListsAccounts(Account own, List<Account> read) {
        boolean wanted = scope.types().contains(MemberAccounts.TYPE.type()) && scope.includes(own.id());
        if (wanted && !read.contains(own)) {
            sink.gap(new ScanGap(
                    place(own, regions.ofPartition()).cell(MemberAccounts.TYPE),
                    new ReadFailure(
                            ReadFailure.Kind.UNSUPPORTED,
                            Organization.ACCOUNTS.name(),
                            "The account of the credentials lists those of its organisation, and is not among aws_accounts."),
                    Kept.NOTHING));
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
            Place home = place(account, regions.askable(scope).getFirst());
            home.enter();
            read(account, regions.of(scope, home));
        } catch (CloudException e) {
            gap(new Extent.OfAccount(Cloud.AWS, account.id()), e);
        }
    }

    private void read(Account account, List<Region> read) {
        List<Spot> spots = spots(account, read, AwsTypes.of(scope));
        sink.planned(cells(spots));
        Guide guide = guide(account, read, spots.size());
        sink.census(withWhatLiesInNoRegion(guide.census(account.id())));
        List<Spot> hinted = spots(account, read, AwsTypes.hintedAt(scope)).stream()
                .filter(spot -> guide.hintsAt(spot.type().type(), spot.cell().region()))
                .toList();
        sink.planned(cells(hinted));
        Map<Boolean, List<Spot>> worth = spots.stream()
                .collect(Collectors.partitioningBy(
                        spot -> guide.mayHold(spot.type().type(), spot.cell().region())));
        cells(worth.getOrDefault(false, List.of())).forEach(sink::finished);
        read(Stream.concat(worth.getOrDefault(true, List.of()).stream(), hinted.stream())
                .toList());
    }

    /** It is asked in one Region only, which the settings may leave out: then nobody looks for it, and that is said. */
    private Census withWhatLiesInNoRegion(Census census) {
        if (!scope.includes(Region.GLOBAL) || regions.ofGlobals(scope).isPresent()) {
            return census;
        }
        String limit = census.limit() + " What lies in no Region (CloudFront, Route 53) is not read, since "
                + regions.ofPartition() + " is not among aws_regions.";
        return new Census(census.cloud(), census.account(), census.method(), limit, census.unread());
    }

    private void read(List<Spot> spots) {
        workers.each(readings(spots), cell -> {
            cell.read();
            return cell;
        });
    }

    private static List<Extent.Cell> cells(List<Spot> spots) {
        return spots.stream().map(Spot::cell).toList();
    }

    /** A type in a place, which is a cell. */
    private record Spot(AwsType type, Place place) {
        Extent.Cell cell() {
            return place.cell(type);
        }
    }

    /** The accounts of an organisation are told to one of them only. */
    private List<Spot> spots(Account account, List<Region> read, List<AwsType> all) {
        boolean asks = account.equals(accounts.own(scope));
        List<AwsType> types = all.stream()
                .filter(type -> asks || !type.equals(MemberAccounts.TYPE))
                .toList();
        Stream<Spot> regional = read.stream().flatMap(region -> spots(place(account, region), types, Reach.REGIONAL));
        Stream<Spot> global = types.stream()
                .flatMap(type -> endpointOf(type).stream()
                        .flatMap(region -> spots(place(account, region), List.of(type), Reach.GLOBAL)));
        return Stream.concat(regional, global).toList();
    }

    /** An organisation is asked at its only endpoint whatever Regions are read, as it is when it tells whom to read. */
    private Optional<Region> endpointOf(AwsType type) {
        return type.equals(MemberAccounts.TYPE) && scope.includes(Region.GLOBAL)
                ? Optional.of(regions.ofPartition())
                : regions.ofGlobals(scope);
    }

    private static Stream<Spot> spots(Place place, List<AwsType> types, Reach reach) {
        return types.stream()
                .filter(type -> type.reach() == reach)
                .filter(type -> ServiceRegions.offer(type.type(), place.region()))
                .map(type -> new Spot(type, place));
    }

    /** A guide costs some calls, and so is asked for only where it can save many. */
    private Guide guide(Account account, List<Region> read, int cells) {
        if (cells < WORTH_A_GUIDE) {
            return new Guide.Nothing("");
        }
        return new ResourceExplorer(place(account, read.getFirst()), read::contains).guide();
    }

    /** Those first whose tags are read apart: these chains are the longest, and begin when their lists are open. */
    private List<CellReading> readings(List<Spot> spots) {
        Map<Place, List<Spot>> byPlace = spots.stream().collect(Collectors.groupingBy(Spot::place));
        Map<Place, RegionTags> tags = new HashMap<>();
        byPlace.forEach((place, some) -> tags.put(place, new RegionTags(workers, place, sources(some))));
        return spots.stream()
                .sorted(Comparator.comparing(spot -> !(spot.type().tags() instanceof Separate)))
                .map(spot -> new CellReading(spot.type(), spot.place(), requireNonNull(tags.get(spot.place())), sink))
                .toList();
    }

    private static List<Separate> sources(List<Spot> spots) {
        return spots.stream()
                .map(spot -> spot.type().tags())
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
