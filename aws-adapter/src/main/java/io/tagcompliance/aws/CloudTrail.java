package io.tagcompliance.aws;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CreatorLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/**
 * Who made resources, by CloudTrail's event history: management events of the last 90 days, two calls a second in an account
 * and Region. A resource is looked up where it lies, a bucket too; what lies in no Region is noted in the partition's home
 * Region.
 */
final class CloudTrail implements CreatorLog {
    static final Operation OPERATION = Operation.of("cloudtrail:LookupEvents");
    private static final int PAGE = 50;

    /** After that nobody's turn comes any more: who is left is unreadable, and not forgotten. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final AwsEstate estate;
    private final Duration longest;

    CloudTrail(AwsEstate estate) {
        this(estate, LONGEST);
    }

    /** One that is given that long for each question. */
    CloudTrail(AwsEstate estate, Duration longest) {
        this.estate = estate;
        this.longest = longest;
    }

    @Override
    public List<Creator> creators(List<Resource> resources) throws InterruptedException {
        estate.access().clients().refuseIfClosed();
        Deadline deadline = Deadline.in(longest);
        return Workers.with(workers -> workers.each(resources, resource -> creator(resource, deadline)));
    }

    private Creator creator(Resource resource, Deadline deadline) {
        try {
            Optional<Arn> arn = Arn.read(resource.id().text());
            Optional<Place> place = place(resource);
            return arn.isPresent() && place.isPresent()
                    ? creator(new Making(resource, arn.get()), place.get().until(deadline))
                    : new Creator.Unreadable(
                            resource.id(),
                            new ReadFailure(
                                    Kind.UNSUPPORTED,
                                    OPERATION.name(),
                                    "It lies in no account and Region that is read."));
        } catch (CloudException e) {
            return new Creator.Unreadable(resource.id(), e.failure());
        }
    }

    /** Where what happens to a resource is noted; empty where that is not read. */
    Optional<Place> place(Resource resource) {
        Region lies = resource.location().region();
        Region noted = lies.equals(Region.GLOBAL) ? estate.regions().ofPartition() : lies;
        if (!estate.regions().reachable().contains(noted)) {
            return Optional.empty();
        }
        Account own = estate.accounts().own(Scope.EVERYTHING);
        return estate.accounts().of(Scope.EVERYTHING, own).stream()
                .filter(one -> one.id().equals(resource.location().account()))
                .map(one -> Place.of(estate.access(), one, noted))
                .findFirst();
    }

    /** Most services note a resource under its name, some under its ARN. */
    private static Creator creator(Making making, Place place) {
        return making.names().stream()
                .flatMap(name -> making.among(events(place, name, Instant.EPOCH)).stream())
                .findFirst()
                .<Creator>map(event -> new Creator.Known(making.id(), event.username(), event.eventTime()))
                .orElseGet(() -> new Creator.Forgotten(making.id()));
    }

    /** What happened to what has that name, from then on. */
    static List<Event> events(Place place, String name, Instant since) {
        List<Event> events = new ArrayList<>();
        Page.readAll(
                OPERATION,
                token -> place.askForPage(OPERATION, token, () -> page(place, name, since, token)),
                page -> events.addAll(page.items()));
        return events;
    }

    private static Page<Event> page(Place place, String name, Instant since, Token token) {
        LookupAttribute resource = LookupAttribute.builder()
                .attributeKey(LookupAttributeKey.RESOURCE_NAME)
                .attributeValue(name)
                .build();
        LookupEventsResponse answer = place.client(CloudTrailClient.class, CloudTrailClient::builder)
                .lookupEvents(request -> {
                    request.maxResults(PAGE).lookupAttributes(resource);
                    if (since.isAfter(Instant.EPOCH)) {
                        request.startTime(since);
                    }
                    token.into(request::nextToken);
                });
        return Page.of(answer.events(), answer.nextToken());
    }
}
