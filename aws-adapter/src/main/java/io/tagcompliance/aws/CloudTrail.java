package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CreatorLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/**
 * Who made resources, by CloudTrail's event history: management events of the last 90 days, two calls a second in an account
 * and Region. What lies in no Region is noted in the partition's home Region.
 */
final class CloudTrail implements CreatorLog {
    static final Operation OPERATION = Operation.of("cloudtrail:LookupEvents");
    private static final int PAGE = 50;
    private static final Pattern MAKES =
            Pattern.compile("(Create|Run|Launch|Allocate|Copy|Import|Restore|Request)[A-Z].*");

    private final AwsEstate estate;

    CloudTrail(AwsEstate estate) {
        this.estate = estate;
    }

    @Override
    public List<Creator> creators(List<ResourceId> ids) throws InterruptedException {
        estate.access().clients().refuseIfClosed();
        return Workers.with(workers -> workers.each(ids, this::creator));
    }

    private Creator creator(ResourceId id) {
        try {
            Optional<Arn> arn = Arn.read(id.text());
            Optional<Place> place = arn.flatMap(this::place);
            return place.isPresent()
                    ? creator(id, arn.orElseThrow(), place.get())
                    : new Creator.Unreadable(
                            id,
                            new ReadFailure(
                                    Kind.UNSUPPORTED,
                                    OPERATION.name(),
                                    "It lies in no account and Region that is read."));
        } catch (CloudException e) {
            return new Creator.Unreadable(id, e.failure());
        }
    }

    private Optional<Place> place(Arn arn) {
        Account own = estate.accounts().own(Scope.EVERYTHING);
        AccountId account = arn.account().isEmpty() ? own.id() : new AccountId(arn.account());
        Region region = arn.region().isEmpty() ? estate.regions().ofPartition() : new Region(arn.region());
        if (!estate.regions().reachable().contains(region)) {
            return Optional.empty();
        }
        return estate.accounts().of(Scope.EVERYTHING, own).stream()
                .filter(one -> one.id().equals(account))
                .map(one -> Place.of(estate.access(), one, region))
                .findFirst();
    }

    /** The first of the events that make something: later ones of that kind are copies of it, or failed. */
    private static Creator creator(ResourceId id, Arn arn, Place place) {
        List<Event> making = new ArrayList<>();
        Page.readAll(
                OPERATION,
                token -> place.ask(OPERATION, () -> page(place, arn, token)),
                page -> page.items().stream()
                        .filter(event -> MAKES.matcher(event.eventName()).matches())
                        .forEach(making::add));
        return making.stream()
                .filter(event -> event.username() != null && event.eventTime() != null)
                .min(Comparator.comparing(Event::eventTime))
                .<Creator>map(event -> new Creator.Known(id, event.username(), event.eventTime()))
                .orElseGet(() -> new Creator.Forgotten(id));
    }

    private static Page<Event> page(Place place, Arn arn, Token token) {
        LookupAttribute resource = LookupAttribute.builder()
                .attributeKey(LookupAttributeKey.RESOURCE_NAME)
                .attributeValue(arn.name())
                .build();
        LookupEventsResponse answer = place.client(CloudTrailClient.class, CloudTrailClient::builder)
                .lookupEvents(request -> {
                    request.maxResults(PAGE).lookupAttributes(resource);
                    token.into(request::nextToken);
                });
        return Page.of(answer.events(), answer.nextToken());
    }
}
