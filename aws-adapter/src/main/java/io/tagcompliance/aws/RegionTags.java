package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Apart;
import io.tagcompliance.aws.AwsType.OneByOne;
import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The tags of those resources of a Region whose lists carry none.
 *
 * <p>They come from the Tagging API. It is no inventory: what was never tagged is missing there, and so whatever a service
 * listed and this doesn't know has no tags. Where the Tagging API can't be read, each service is asked for its resources
 * one by one.
 *
 * <p>Its pages are the longest chain of a scan. One chain for all types makes the fewest calls; where several types have
 * more than a page, each of those gets its own, side by side, which costs part of a page each. These begin as soon as a
 * second such list has given its first page; that of all others, and of the only such list, begins when every list has.
 */
final class RegionTags {
    private static final int ASKED_AT_ONCE = 8;

    /** What the first page of a list tells of the pages of tags that there will be. */
    enum Opening {
        NONE,
        ONE,
        MORE;

        static Opening of(Page<?> first) {
            if (!first.next().isNone() || first.items().size() > TaggedResources.PAGE) {
                return MORE;
            }
            return first.items().isEmpty() ? NONE : ONE;
        }
    }

    private sealed interface Answer {}

    private record Complete(TaggedResources tagged) implements Answer {}

    private record Refused(ReadFailure failure) implements Answer {}

    private final Workers workers;
    private final Place place;
    private final List<Separate> sources;
    private final Map<Separate, Opening> openings = new LinkedHashMap<>();
    private final Map<Separate, Future<Answer>> chains = new HashMap<>();
    private final CompletableFuture<Void> allOpen = new CompletableFuture<>();
    private final Semaphore asking = new Semaphore(ASKED_AT_ONCE);

    /** @param sources those whose lists will be opened, each once */
    RegionTags(Workers workers, Place place, List<Separate> sources) {
        this.workers = workers;
        this.place = place;
        this.sources = sources;
    }

    /** A list has given its first page, or has none. */
    synchronized void opened(Separate source, Opening opening) {
        openings.put(source, opening);
        List<Separate> busy = having(Opening.MORE);
        if (busy.size() > 1) {
            busy.stream().filter(one -> !chains.containsKey(one)).forEach(one -> begin(List.of(one)));
        }
        if (openings.size() == sources.size()) {
            List<Separate> shared = having(Opening.ONE);
            if (busy.size() == 1) {
                shared.addAll(busy);
            }
            begin(shared);
            allOpen.complete(null);
        }
    }

    private void begin(List<Separate> some) {
        if (!some.isEmpty()) {
            Future<Answer> chain = workers.start(() -> read(some));
            some.forEach(source -> chains.put(source, chain));
        }
    }

    private List<Separate> having(Opening opening) {
        List<Separate> some = new ArrayList<>(sources);
        some.removeIf(source -> openings.get(source) != opening);
        return some;
    }

    private Answer read(List<Separate> some) {
        try {
            return new Complete(TaggedResources.read(place, some));
        } catch (CloudException e) {
            return new Refused(e.failure());
        }
    }

    /** The tags of each, in order; empty where the resource has vanished since it was listed. */
    List<Optional<TagReading>> of(Apart source, List<Entry> entries) {
        return switch (source) {
            case OneByOne alone -> askForEach(alone, entries);
            case Separate separate -> of(separate, answer(separate), entries);
        };
    }

    private List<Optional<TagReading>> of(Separate source, Answer answer, List<Entry> entries) {
        return switch (answer) {
            case Complete complete ->
                entries.stream()
                        .map(entry -> Optional.of(complete.tagged().of(entry.arn())))
                        .toList();
            case Refused refused
            when refused.failure().kind() == Kind.UNAUTHENTICATED ->
                entries.stream().map(entry -> unknown(refused.failure())).toList();
            case Refused refused -> askForEach(source, entries);
        };
    }

    private List<Optional<TagReading>> askForEach(Apart source, List<Entry> entries) {
        return workers.each(entries, entry -> patiently(() -> ask(source, entry.arn())));
    }

    private Answer answer(Separate source) {
        return Workers.join(chain(source));
    }

    private Future<Answer> chain(Separate source) {
        synchronized (this) {
            Future<Answer> begun = chains.get(source);
            if (begun != null) {
                return begun;
            }
        }
        Workers.join(allOpen);
        synchronized (this) {
            return Objects.requireNonNull(chains.get(source), "its list was opened");
        }
    }

    private Optional<TagReading> ask(Apart source, Arn arn) {
        try {
            return place.askForOne(source.operation(), () -> source.tagsOf().at(place, arn))
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
