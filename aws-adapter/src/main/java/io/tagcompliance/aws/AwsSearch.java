package io.tagcompliance.aws;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.tagcompliance.aws.AwsType.Inline;
import io.tagcompliance.aws.AwsType.Single;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.policy.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for single resources: one call for those of a type and place where the list takes a filter, else one for each. */
final class AwsSearch {
    private static final String OPERATION = "aws:Find";

    private record Target(ResourceId id, Arn arn, AwsType type) {
        static Optional<Target> of(ResourceId id) {
            return Arn.read(id.text())
                    .filter(arn -> id.cloud().equals(Cloud.AWS))
                    .flatMap(arn -> AwsTypes.of(arn).map(type -> new Target(id, arn, type)));
        }

        Entry entry() {
            return new Entry(arn, type.shape().nameIn(arn), Creation.UNKNOWN, Map.of());
        }

        /** What is found by one call has the same key. */
        Object batch() {
            return type.tags() instanceof Inline && !arn.account().isEmpty()
                    ? List.of(type.type(), arn.account(), arn.region())
                    : id;
        }
    }

    private final AwsAccess access;
    private final AwsRegions regions;
    private final AwsAccounts accounts;
    private final Workers workers;

    AwsSearch(AwsEstate estate, Workers workers) {
        this.access = estate.access();
        this.regions = estate.regions();
        this.accounts = estate.accounts();
        this.workers = workers;
    }

    List<Finding> find(List<ResourceId> ids) {
        List<Target> targets = ids.stream()
                .distinct()
                .map(Target::of)
                .flatMap(Optional::stream)
                .toList();
        Map<ResourceId, Finding> findings =
                targets.isEmpty() ? Map.of() : search(targets).collect(toMap(Finding::id, identity()));
        return ids.stream()
                .map(id -> findings.getOrDefault(id, refused(id, "It is the ARN of no type that is read on AWS.")))
                .toList();
    }

    private Stream<Finding> search(List<Target> targets) {
        try {
            Account own = accounts.own(Scope.EVERYTHING);
            Map<AccountId, Account> known =
                    accounts.of(Scope.EVERYTHING, own).stream().collect(toMap(Account::id, identity()));
            List<Finding> objections = new ArrayList<>();
            List<Target> asked = new ArrayList<>();
            targets.forEach(target -> objection(target, own, known)
                    .ifPresentOrElse(reason -> objections.add(refused(target.id(), reason)), () -> asked.add(target)));
            List<List<Target>> batches = List.copyOf(
                    asked.stream().collect(groupingBy(Target::batch)).values());
            return Stream.concat(
                    objections.stream(),
                    workers.each(batches, batch -> find(batch, candidates(batch.getFirst(), own, known))).stream()
                            .flatMap(List::stream));
        } catch (CloudException e) {
            return unreadable(targets, e.failure()).stream();
        }
    }

    private Optional<String> objection(Target target, Account own, Map<AccountId, Account> known) {
        Arn arn = target.arn();
        if (!arn.partition().equals(own.partition())) {
            return Optional.of("It lies in another partition of AWS than the credentials.");
        }
        if (!arn.account().isEmpty() && !known.containsKey(new AccountId(arn.account()))) {
            return Optional.of("It belongs to an account that is not among those to be read.");
        }
        return switch (target.type().reach()) {
            case GLOBAL ->
                target.type().equals(MemberAccounts.TYPE)
                        ? Optional.empty()
                        : objection(regions.ofPartition().text());
            case REGIONAL -> arn.region().isEmpty() ? Optional.empty() : objection(arn.region());
        };
    }

    private Optional<String> objection(String region) {
        return regions.reachable().contains(new Region(region))
                ? Optional.empty()
                : Optional.of("It lies in a Region that is not among those to be read.");
    }

    /** The account that an ARN names. Some name none: then it may be any, most likely the account of the credentials. */
    private static List<Account> candidates(Target target, Account own, Map<AccountId, Account> known) {
        if (!target.arn().account().isEmpty()) {
            return List.of(known.get(new AccountId(target.arn().account())));
        }
        Stream<Account> others = known.values().stream().filter(account -> !account.equals(own));
        return Stream.concat(Stream.ofNullable(known.get(own.id())), others).toList();
    }

    /** Asks one account after the other until one has it. */
    private List<Finding> find(List<Target> batch, List<Account> candidates) {
        List<Finding> findings = find(batch, candidates.getFirst());
        if (candidates.size() == 1 || any(findings, Finding.Found.class)) {
            return findings;
        }
        List<Finding> elsewhere = find(batch, candidates.subList(1, candidates.size()));
        boolean knownElsewhere = any(elsewhere, Finding.Found.class) || !any(findings, Finding.Unreadable.class);
        return knownElsewhere ? elsewhere : findings;
    }

    private static boolean any(List<Finding> findings, Class<? extends Finding> kind) {
        return findings.stream().anyMatch(kind::isInstance);
    }

    private List<Finding> find(List<Target> batch, Account account) {
        Target first = batch.getFirst();
        try {
            return switch (first.type().tags()) {
                case Inline inline -> lookUp(batch, inline, place(account, first));
                case Single single -> List.of(askFor(first, single, account));
            };
        } catch (CloudException e) {
            return unreadable(batch, e.failure());
        }
    }

    private List<Finding> lookUp(List<Target> batch, Inline inline, Place place) {
        AwsType type = batch.getFirst().type();
        List<Arn> arns = batch.stream().map(Target::arn).toList();
        Map<ResourceId, Finding> found = place
                .askForOne(type.listing().operation(), () -> inline.lookup().of(place, arns))
                .orElseGet(List::of)
                .stream()
                .map(entry -> place.resource(type, entry, TagReading.known(entry.tags())))
                .collect(toMap(resource -> resource.id(), Finding.Found::new, (one, other) -> one));
        return batch.stream()
                .map(target -> found.getOrDefault(target.id(), new Finding.Absent(target.id())))
                .toList();
    }

    private Finding askFor(Target target, Single single, Account account) {
        if (!target.type().equals(S3Buckets.TYPE)) {
            return askFor(target, single, place(account, target));
        }
        Place anywhere = Place.of(access, account, regions.home());
        Optional<String> region = anywhere.askForOne(S3Buckets.HEAD, () -> S3Buckets.regionOf(anywhere, target.arn()));
        return region.map(text -> objection(text)
                        .map(reason -> refused(target.id(), reason))
                        .orElseGet(() -> askFor(target, single, anywhere.in(new Region(text)))))
                .orElseGet(() -> new Finding.Absent(target.id()));
    }

    private static Finding askFor(Target target, Single single, Place place) {
        return place.askForOne(single.operation(), () -> single.tagsOf().at(place, target.arn()))
                .map(TagReading::known)
                .<Finding>map(tags -> new Finding.Found(place.resource(target.type(), target.entry(), tags)))
                .orElseGet(() -> new Finding.Absent(target.id()));
    }

    private Place place(Account account, Target target) {
        Region region = target.type().reach() == AwsType.Reach.GLOBAL
                ? regions.ofPartition()
                : new Region(target.arn().region());
        return Place.of(access, account, region);
    }

    private static List<Finding> unreadable(List<Target> targets, ReadFailure failure) {
        return targets.stream()
                .<Finding>map(target -> new Finding.Unreadable(target.id(), failure))
                .toList();
    }

    private static Finding refused(ResourceId id, String reason) {
        return new Finding.Unreadable(id, new ReadFailure(Kind.UNSUPPORTED, OPERATION, reason));
    }
}
