package io.tagcompliance.aws;

import io.tagcompliance.aws.Guide.Spot;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.policy.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.resourceexplorer2.ResourceExplorer2Client;
import software.amazon.awssdk.services.resourceexplorer2.model.GetIndexResponse;
import software.amazon.awssdk.services.resourceexplorer2.model.Index;
import software.amazon.awssdk.services.resourceexplorer2.model.IndexState;
import software.amazon.awssdk.services.resourceexplorer2.model.IndexType;
import software.amazon.awssdk.services.resourceexplorer2.model.ListIndexesResponse;
import software.amazon.awssdk.services.resourceexplorer2.model.ListResourcesResponse;
import software.amazon.awssdk.services.resourceexplorer2.model.ListSupportedResourceTypesResponse;
import software.amazon.awssdk.services.resourceexplorer2.model.ListViewsResponse;
import software.amazon.awssdk.services.resourceexplorer2.model.Resource;
import software.amazon.awssdk.services.resourceexplorer2.model.SupportedResourceType;
import software.amazon.awssdk.services.resourceexplorer2.model.View;

/**
 * Resource Explorer, where an account has it: its aggregator index says where there is anything, never-tagged resources
 * included, and what there is that this program doesn't list. It is hours behind at worst, so what it has is still read
 * from the services; only where it has none, none is looked for.
 *
 * <p>A view that leaves something out answers without an error, and so only an unfiltered one of the whole account is used,
 * with tags in it. A page of exactly 1,000 comes without a token, so that 500 are asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/resource-explorer/latest/apireference/API_ListResources.html">ListResources</a>
 */
final class ResourceExplorer {
    static final Operation INDEXES = Operation.of("resource-explorer-2:ListIndexes");
    static final Operation INDEX = Operation.of("resource-explorer-2:GetIndex");
    static final Operation VIEWS = Operation.of("resource-explorer-2:ListViews");
    static final Operation VIEW = Operation.of("resource-explorer-2:GetView");
    static final Operation TYPES = Operation.of("resource-explorer-2:ListSupportedResourceTypes");
    static final Operation RESOURCES = Operation.of("resource-explorer-2:ListResources");
    private static final int PAGE = 500;
    private static final int MOST_TYPES = 1000;
    private static final Duration OLDEST = Duration.ofHours(36);

    /** What AWS takes at most to fill a new index: before, one that has nothing of a type says nothing by it. */
    private static final Duration FILLING = Duration.ofHours(36);

    private final Place home;
    private final Predicate<Region> askable;

    /** @param askable the Regions that calls may go to */
    ResourceExplorer(Place home, Predicate<Region> askable) {
        this.home = home;
        this.askable = askable;
    }

    /** What it knows of the account; where it can't be used, why. */
    Guide guide() {
        try {
            List<Index> indexes = indexes();
            Optional<Region> aggregator = aggregator(indexes);
            if (aggregator.isEmpty()) {
                return new Guide.Nothing("Resource Explorer has no aggregator index in a Region that is read.");
            }
            Place place = home.in(aggregator.get());
            if (!isFull(place)) {
                return new Guide.Nothing(
                        "The index of Resource Explorer was made less than a day and a half ago, and may lack"
                                + " what was there already.");
            }
            Optional<String> view = view(place);
            return view.isPresent()
                    ? index(place, view.get(), regions(indexes, aggregator.get()))
                    : new Guide.Nothing(
                            "Resource Explorer has no unfiltered view with tags in " + aggregator.get() + ".");
        } catch (CloudException e) {
            return new Guide.Nothing(
                    switch (e.failure().kind()) {
                        case UNAVAILABLE -> "Resource Explorer was not used: it gave no usable answer.";
                        default ->
                            "Resource Explorer was not used. " + e.failure().remedy();
                    });
        }
    }

    private List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        Page.readAll(
                INDEXES,
                token -> home.askAtOnce(INDEXES, () -> indexesPage(token)),
                page -> indexes.addAll(page.items()));
        return indexes;
    }

    private Page<Index> indexesPage(Token token) {
        ListIndexesResponse answer = home.hastyClient(ResourceExplorer2Client.class, ResourceExplorer2Client::builder)
                .listIndexes(request -> token.into(request::nextToken));
        return Page.of(answer.indexes(), answer.nextToken());
    }

    private Optional<Region> aggregator(List<Index> indexes) {
        return indexes.stream()
                .filter(index -> index.type() == IndexType.AGGREGATOR)
                .map(Index::region)
                .map(Region::new)
                .filter(askable)
                .findFirst();
    }

    /**
     * The Regions of which the aggregator has everything. One without an index of its own gives nothing to it, and one whose index is
     * new not all; what lies in no Region is in each.
     */
    private Set<Region> regions(List<Index> indexes, Region aggregator) {
        Set<Region> regions = new HashSet<>(Set.of(Region.GLOBAL, aggregator));
        indexes.stream()
                .map(index -> new Region(index.region()))
                .filter(region -> !region.equals(aggregator) && askable.test(region) && isKnownFull(home.in(region)))
                .forEach(regions::add);
        return regions;
    }

    /** Of an index that won't say it nobody knows. */
    private static boolean isKnownFull(Place place) {
        try {
            return isFull(place);
        } catch (CloudException unknown) {
            return false;
        }
    }

    private static boolean isFull(Place place) {
        GetIndexResponse index = place.askAtOnce(INDEX, () -> client(place).getIndex(request -> {}));
        return index.state() == IndexState.ACTIVE
                && index.createdAt() != null
                && index.createdAt().isBefore(Instant.now().minus(FILLING));
    }

    private Optional<String> view(Place place) {
        List<String> arns = place.askAtOnce(VIEWS, () -> {
            ListViewsResponse answer = client(place).listViews(request -> {});
            return answer.views();
        });
        return arns.stream()
                .map(arn -> place.ask(
                        VIEW,
                        () -> client(place)
                                .getView(request -> request.viewArn(arn))
                                .view()))
                .filter(view -> isWhole(view, place))
                .map(View::viewArn)
                .findFirst();
    }

    private static boolean isWhole(View view, Place place) {
        boolean filtered = view.filters() != null
                && view.filters().filterString() != null
                && !view.filters().filterString().isBlank();
        boolean withTags = view.includedProperties().stream().anyMatch(property -> "tags".equals(property.name()));
        String account = new Arn(
                        place.account().partition(),
                        "iam",
                        "",
                        place.account().id().text(),
                        "root")
                .toString();
        return !filtered && withTags && account.equals(view.scope());
    }

    private Guide index(Place place, String view, Set<Region> regions) {
        Set<ResourceType> holds = AwsTypes.heldBy(supported(place));
        Map<Spot, Integer> found = new HashMap<>();
        Map<String, Integer> unread = new TreeMap<>();
        Freshness freshness = new Freshness(Instant.now().minus(OLDEST));
        Page.readAll(RESOURCES, token -> place.askForPage(RESOURCES, token, () -> page(place, view, token)), page -> {
            for (Resource resource : page.items()) {
                freshness.note(new Region(resource.region()), resource.lastReportedAt());
                AwsTypes.indexed(resource.resourceType())
                        .ifPresentOrElse(
                                type -> found.merge(new Spot(type, new Region(resource.region())), 1, Integer::sum),
                                () -> unread.merge(resource.resourceType(), 1, Integer::sum));
            }
        });
        return freshness
                .oldestOf(regions)
                .<Guide>map(oldest -> new Guide.Index(found, holds, freshness.upToDate(regions), unread, oldest))
                .orElseGet(() -> new Guide.Nothing(
                        "The index of Resource Explorer is empty, or has heard of nothing for a day and a half."));
    }

    /**
     * When an index heard last of each Region: one may lag behind while the others don't. Of a Region of which it has nothing
     * it says nothing of that either.
     */
    private static final class Freshness {
        private final Instant bound;
        private final Map<Region, Instant> newest = new HashMap<>();

        /** @param bound before this it is too long ago */
        Freshness(Instant bound) {
            this.bound = bound;
        }

        void note(Region region, @Nullable Instant reported) {
            if (reported != null) {
                newest.merge(region, reported, (one, other) -> one.isAfter(other) ? one : other);
            }
        }

        /** Those of them for which it can be used: the others are asked as if it weren't there. */
        Set<Region> upToDate(Set<Region> regions) {
            return regions.stream()
                    .filter(region -> !newest.getOrDefault(region, bound).isBefore(bound))
                    .collect(Collectors.toSet());
        }

        /** How far back the one of them lies that it heard of least lately, of those for which it can be used. */
        Optional<Instant> oldestOf(Set<Region> regions) {
            return upToDate(regions).stream()
                    .flatMap(region -> Stream.ofNullable(newest.get(region)))
                    .min(Comparator.naturalOrder());
        }
    }

    private Set<String> supported(Place place) {
        Set<String> types = new HashSet<>();
        Page.readAll(
                TYPES,
                token -> place.askForPage(TYPES, token, () -> typesPage(place, token)),
                page -> page.items().stream()
                        .map(SupportedResourceType::resourceType)
                        .forEach(types::add));
        return types;
    }

    private static Page<SupportedResourceType> typesPage(Place place, Token token) {
        ListSupportedResourceTypesResponse answer = client(place).listSupportedResourceTypes(request -> {
            request.maxResults(MOST_TYPES);
            token.into(request::nextToken);
        });
        return Page.of(answer.resourceTypes(), answer.nextToken());
    }

    private static Page<Resource> page(Place place, String view, Token token) {
        ListResourcesResponse answer = client(place).listResources(request -> {
            request.viewArn(view).maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(answer.resources(), answer.nextToken());
    }

    private static ResourceExplorer2Client client(Place place) {
        return place.client(ResourceExplorer2Client.class, ResourceExplorer2Client::builder);
    }
}
