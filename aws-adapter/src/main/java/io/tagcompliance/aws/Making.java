package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.cloudtrail.model.Event;

/**
 * What tells the event that made a resource from the others in which its name stands: events of other services, of other
 * resources that were made with it or called like it, of those that had the name before, and calls that failed.
 */
record Making(Resource resource, Arn arn) {
    /** What makes something, and what that is: {@code CreateTable}, {@code RunInstances}. */
    private static final Pattern MAKES =
            Pattern.compile("(?:Create|Run|Launch|Allocate|Copy|Import|Register|Restore|Request)(?:Default)?([A-Z].*)");

    /** Some services take this long to make what they were asked for, and tell the end of it. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Types that calls name otherwise than CloudTrail does. */
    private static final Map<String, String> IN_CALLS =
            Map.of("ami", "image", "eip", "address", "elasticip", "address");

    /** Services that CloudTrail knows by another name than ARNs do. */
    private static final Map<String, String> SOURCES = Map.of("cloudwatch", "monitoring");

    ResourceId id() {
        return resource.id();
    }

    /** What it may be noted under. */
    List<String> names() {
        String name = AwsTypes.of(arn).map(type -> type.shape().nameIn(arn)).orElseGet(arn::name);
        return List.of(name, arn.toString());
    }

    /** The one of the events that made it: the nearest to when it was made, the last where nobody knows when that was. */
    Optional<Event> among(Collection<Event> events) {
        Stream<Event> making = events.stream().filter(this::isMadeBy);
        return switch (resource.creation()) {
            case Creation.At(Instant made) ->
                making.filter(event -> distance(event, made).compareTo(LONGEST) <= 0)
                        .min(Comparator.comparing(event -> distance(event, made)));
            case Creation.Unknown unknown -> making.max(Comparator.comparing(Event::eventTime));
        };
    }

    private static Duration distance(Event event, Instant made) {
        return Duration.between(event.eventTime(), made).abs();
    }

    private boolean isMadeBy(Event event) {
        if (event.username() == null || event.eventTime() == null || event.eventName() == null) {
            return false;
        }
        Matcher makes = MAKES.matcher(event.eventName());
        return makes.matches()
                && source().equals(event.eventSource())
                && kinds(event)
                        .anyMatch(
                                kind -> makes.group(1).toLowerCase(Locale.ROOT).startsWith(kind))
                && !failed(event);
    }

    /** The service that notes what happens to it. */
    String source() {
        return SOURCES.getOrDefault(arn.service(), arn.service()) + ".amazonaws.com";
    }

    /** What it is, as the event says where it names it; else as we do. */
    private Stream<String> kinds(Event event) {
        List<String> noted = event.resources().stream()
                .filter(one -> one.resourceType() != null && names().contains(one.resourceName()))
                .map(one ->
                        inCalls(one.resourceType().substring(one.resourceType().lastIndexOf(':') + 1)))
                .toList();
        String own = resource.type().name();
        return noted.isEmpty() ? Stream.of(inCalls(own.substring(own.indexOf(':') + 1))) : noted.stream();
    }

    private static String inCalls(String kind) {
        String word = kind.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return IN_CALLS.getOrDefault(word, word);
    }

    /** Calls that were refused are noted too. */
    static boolean failed(Event event) {
        return event.cloudTrailEvent() != null
                && JsonNode.parser()
                        .parse(event.cloudTrailEvent())
                        .field("errorCode")
                        .filter(code -> !code.isNull())
                        .isPresent();
    }
}
