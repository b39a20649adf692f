package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.spi.CloudException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;

/**
 * The tags of those resources of a Region whose lists carry none.
 *
 * <p>They come from one chain of calls to the Tagging API, made once a scan and only where something was listed. It is no
 * inventory: what was never tagged is missing there, and so whatever a service listed and this doesn't know has no tags.
 * Where the Tagging API can't be read, each service is asked for its resources one by one.
 */
final class RegionTags {
    private static final Operation OPERATION = Operation.of("tag:GetResources");
    private static final int PAGE = 100;
    private static final int ASKED_AT_ONCE = 8;

    private sealed interface Answer {}

    /** The tags by ARN of everything that ever had some. */
    private record Complete(Map<String, Tags> byArn) implements Answer {
        Optional<TagReading> of(Entry entry) {
            return Optional.of(
                    new TagReading.Known(byArn.getOrDefault(entry.arn().toString(), Tags.NONE)));
        }
    }

    private record Refused(ReadFailure failure) implements Answer {}

    private final Calls calls;
    private final Workers workers;
    private final Place place;
    private final List<String> filters;
    private final Semaphore asking = new Semaphore(ASKED_AT_ONCE);
    private @Nullable Future<Answer> answer;

    RegionTags(Calls calls, Workers workers, Place place, List<String> filters) {
        this.calls = calls;
        this.workers = workers;
        this.place = place;
        this.filters = filters;
    }

    /** Begins to read in the background; further calls change nothing. */
    synchronized void begin() {
        if (answer == null) {
            answer = workers.start(this::read);
        }
    }

    private synchronized Future<Answer> answer() {
        return Objects.requireNonNull(answer, "begun when the first resource was listed");
    }

    /** The tags of each, in order; empty where the resource has vanished since it was listed. */
    List<Optional<TagReading>> of(Separate source, List<Entry> entries) {
        return switch (Workers.join(answer())) {
            case Complete complete -> entries.stream().map(complete::of).toList();
            case Refused refused
            when refused.failure().kind() == Kind.UNAUTHENTICATED ->
                entries.stream().map(entry -> unknown(refused.failure())).toList();
            case Refused refused -> workers.each(entries, entry -> patiently(() -> ask(source, entry.arn())));
        };
    }

    private Answer read() {
        Map<String, Tags> byArn = new HashMap<>();
        try {
            Page.readAll(
                    OPERATION,
                    token -> calls.ask(OPERATION, place.region(), () -> page(token)),
                    page -> page.forEach(found -> byArn.put(found.resourceARN(), tags(found))));
            return new Complete(byArn);
        } catch (CloudException e) {
            return new Refused(e.failure());
        }
    }

    private Page<ResourceTagMapping> page(Token token) {
        GetResourcesResponse answer = place.client(
                        ResourceGroupsTaggingApiClient.class, ResourceGroupsTaggingApiClient::builder)
                .getResources(request -> {
                    request.resourceTypeFilters(filters).resourcesPerPage(PAGE);
                    token.into(request::paginationToken);
                });
        return Page.of(answer.resourceTagMappingList(), answer.paginationToken());
    }

    private static Tags tags(ResourceTagMapping found) {
        return Tags.of(Entry.tags(found.tags(), Tag::key, Tag::value));
    }

    private Optional<TagReading> ask(Separate source, Arn arn) {
        try {
            return calls.askForOne(
                            source.operation(),
                            place.region(),
                            () -> source.tagsOf().at(place, arn))
                    .map(TagReading::known);
        } catch (CloudException e) {
            return unknown(e.failure());
        }
    }

    private static Optional<TagReading> unknown(ReadFailure failure) {
        return Optional.of(new TagReading.Unknown(failure));
    }

    /** Services give out the tags of single resources more slowly than anything else. */
    private <T> T patiently(Supplier<T> call) {
        asking.acquireUninterruptibly();
        try {
            return call.get();
        } finally {
            asking.release();
        }
    }
}
