package io.tagcompliance.aws;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.tagcompliance.aws.AwsType.Inline;
import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.policy.Cloud;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for single resources: one call for those of a type and Region where the list takes a filter, else one for each. */
final class AwsSearch {
    private static final String OPERATION = "aws:Find";

    private record Target(ResourceId id, Arn arn, AwsType type) {
        static Optional<Target> of(ResourceId id) {
            return Arn.read(id.text())
                    .filter(arn -> id.cloud().equals(Cloud.AWS))
                    .flatMap(arn -> AwsTypes.of(arn).map(type -> new Target(id, arn, type)));
        }

        /** What is found by one call has the same key. */
        Object batch() {
            return type.tags() instanceof Inline ? List.of(type.type(), arn.region()) : id;
        }
    }

    private final AwsAccess access;
    private final Workers workers;

    AwsSearch(AwsAccess access, Workers workers) {
        this.access = access;
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
            Account account = access.identity().account(access.regions().askable(Scope.EVERYTHING));
            Collection<List<Target>> batches = targets.stream()
                    .filter(target -> objection(target, account).isEmpty())
                    .collect(groupingBy(Target::batch))
                    .values();
            return Stream.concat(
                    targets.stream().flatMap(target -> objection(target, account).stream()),
                    workers.each(List.copyOf(batches), batch -> find(batch, account)).stream()
                            .flatMap(List::stream));
        } catch (CloudException e) {
            return unreadable(targets, e.failure()).stream();
        }
    }

    private Optional<Finding> objection(Target target, Account account) {
        Arn arn = target.arn();
        if (!arn.partition().equals(account.partition())) {
            return Optional.of(refused(target.id(), "It lies in another partition of AWS than the credentials."));
        }
        if (!arn.account().isEmpty() && !arn.account().equals(account.id().text())) {
            return Optional.of(refused(target.id(), "It belongs to another account than the credentials."));
        }
        return arn.region().isEmpty() ? Optional.empty() : objection(target.id(), arn.region());
    }

    private Optional<Finding> objection(ResourceId id, String region) {
        return access.regions().reachable().contains(new Region(region))
                ? Optional.empty()
                : Optional.of(refused(id, "It lies in a Region that is not among those to be read."));
    }

    private List<Finding> find(List<Target> batch, Account account) {
        Target first = batch.getFirst();
        try {
            return switch (first.type().tags()) {
                case Inline inline ->
                    lookUp(batch, inline, place(account, first.arn().region()));
                case Separate separate -> List.of(askFor(first, separate, account));
            };
        } catch (CloudException e) {
            return unreadable(batch, e.failure());
        }
    }

    private List<Finding> lookUp(List<Target> batch, Inline inline, Place place) {
        AwsType type = batch.getFirst().type();
        List<Arn> arns = batch.stream().map(Target::arn).toList();
        Map<ResourceId, Finding> found =
                access
                        .calls()
                        .ask(
                                type.listing().operation(),
                                place.region(),
                                () -> inline.lookup().of(place, arns))
                        .stream()
                        .map(entry -> place.resource(type, entry, TagReading.known(entry.tags())))
                        .collect(toMap(resource -> resource.id(), Finding.Found::new));
        return batch.stream()
                .map(target -> found.getOrDefault(target.id(), new Finding.Absent(target.id())))
                .toList();
    }

    private Finding askFor(Target target, Separate separate, Account account) {
        if (!target.arn().region().isEmpty()) {
            return askFor(target, separate, place(account, target.arn().region()));
        }
        Place anywhere = new Place(access.clients(), account, access.regions().home());
        Optional<String> region = access.calls()
                .askForOne(S3Buckets.HEAD, anywhere.region(), () -> S3Buckets.regionOf(anywhere, target.arn()));
        return region.map(text ->
                        objection(target.id(), text).orElseGet(() -> askFor(target, separate, place(account, text))))
                .orElseGet(() -> new Finding.Absent(target.id()));
    }

    private Finding askFor(Target target, Separate separate, Place place) {
        return access.calls()
                .askForOne(
                        separate.operation(),
                        place.region(),
                        () -> separate.tagsOf().at(place, target.arn()))
                .map(TagReading::known)
                .<Finding>map(tags -> new Finding.Found(place.resource(target.type(), Entry.of(target.arn()), tags)))
                .orElseGet(() -> new Finding.Absent(target.id()));
    }

    private Place place(Account account, String region) {
        return new Place(access.clients(), account, new Region(region));
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
