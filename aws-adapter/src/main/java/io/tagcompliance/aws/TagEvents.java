package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.TagChangeLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.model.Event;

/**
 * Who changed tags, by CloudTrail's event history, which gives out two answers a second in an account and Region: resources are
 * looked up one after the other, and those whose turn doesn't come in time are unreadable.
 */
final class TagEvents implements TagChangeLog {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final AwsEstate estate;
    private final CloudTrail trail;

    TagEvents(AwsEstate estate, CloudTrail trail) {
        this.estate = estate;
        this.trail = trail;
    }

    @Override
    public List<Changes> changes(List<Resource> resources, Instant since) throws InterruptedException {
        estate.access().clients().refuseIfClosed();
        Lookup lookup = new Lookup(since, Deadline.in(LONGEST), new HashMap<>());
        return Workers.with(workers ->
                resources.stream().map(resource -> changes(resource, lookup)).toList());
    }

    /** What the looking up of some resources has in common. Confined to one thread. */
    private record Lookup(Instant since, Deadline deadline, Map<Where, Optional<Place>> places) {}

    private record Where(AccountId account, Region region) {
        static Where of(Resource resource) {
            return new Where(resource.location().account(), resource.location().region());
        }
    }

    private Changes changes(Resource resource, Lookup lookup) {
        try {
            Optional<Arn> arn = Arn.read(resource.id().text());
            Optional<Place> place = lookup.places().computeIfAbsent(Where.of(resource), same -> trail.place(resource));
            if (arn.isEmpty() || place.isEmpty()) {
                return new Changes.Unreadable(
                        resource.id(),
                        new ReadFailure(
                                Kind.UNSUPPORTED,
                                CloudTrail.OPERATION.name(),
                                "It lies in no account and Region that is read."));
            }
            return changes(new Making(resource, arn.get()), place.get().until(lookup.deadline()), lookup.since());
        } catch (CloudException e) {
            return new Changes.Unreadable(resource.id(), e.failure());
        }
    }

    /** Most services note a resource under its name, some under its ARN. */
    private static Changes changes(Making making, Place place, Instant since) {
        return making.names().stream()
                .map(name -> changes(making, CloudTrail.events(place, name, since), since))
                .filter(changes -> !changes.isEmpty())
                .findFirst()
                .<Changes>map(changes -> new Changes.Known(making.id(), changes))
                .orElseGet(() -> new Changes.Forgotten(making.id()));
    }

    private static List<Change> changes(Making making, List<Event> events, Instant since) {
        return events.stream()
                .filter(event -> TagCall.changesTags(event)
                        && making.source().equals(event.eventSource())
                        && !event.eventTime().isBefore(since)
                        && !Making.failed(event))
                .sorted(Comparator.comparing(Event::eventTime).reversed())
                .flatMap(event ->
                        TagCall.keys(event).stream().map(key -> new Change(key, event.username(), event.eventTime())))
                .toList();
    }
}
