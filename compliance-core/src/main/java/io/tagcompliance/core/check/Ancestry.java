package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.Site;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What resources can inherit: the tags of the accounts and resource groups that the estate's sources list. From those that no
 * source lists nobody inherits; of those that could not be read nobody knows.
 */
final class Ancestry {
    static final Ancestry NONE = new Ancestry();

    private static final ReadFailure AMBIGUOUS = new ReadFailure(
            ReadFailure.Kind.UNSUPPORTED,
            "parents",
            "Stacks of its name lie in several Regions with different tags, and which of them made what lies in no Region isn't"
                    + " told: tag the resource itself, or the stacks alike.");

    private final Set<ScanId> scans = new HashSet<>();
    private final Map<Parent, List<ScanGap>> gaps = new EnumMap<>(Parent.class);
    /** By the Region that they lie in; where that doesn't tell one from another, by {@link Region#GLOBAL}. */
    private final Map<Key, Map<Region, TagReading>> parents = new HashMap<>();

    private Ancestry() {}

    /** A parent: an account by its id, a resource group by its name within its account. Stacks of several Regions may share one. */
    private record Key(Parent kind, Cloud cloud, String account, String group) {}

    /**
     * The parents of whatever lies in that scope, of those kinds from which some rule of the policy lets a key be inherited.
     * A question about some types needs parents of other types, so these are read for themselves.
     */
    static Ancestry read(Sources sources, TagPolicy policy, Scope asked, Patience patience)
            throws InterruptedException {
        Set<Parent> kinds = policy.required().stream()
                .flatMap(rule -> rule.leniency().inheritFrom().stream())
                .collect(Collectors.toSet());
        return read(sources, kinds, asked, patience);
    }

    /** The parents of those kinds, whether a rule lets anything be inherited from them or not. */
    static Ancestry read(Sources sources, Set<Parent> kinds, Scope asked, Patience patience)
            throws InterruptedException {
        Ancestry ancestry = new Ancestry();
        for (Parent kind : kinds) {
            Scope scope = switch (kind) {
                case ACCOUNT -> accountsOf(asked);
                case RESOURCE_GROUP -> groupsIn(asked, sources.scanner().providers());
            };
            ancestry.add(
                    kind,
                    sources.scanner()
                            .read(scope, Freshness.REMEMBERED_WILL_DO, patience)
                            .scan());
        }
        return ancestry;
    }

    /** Where these resources lie. */
    static Scope scopeOf(Collection<Resource> resources) {
        return new Scope(
                resources.stream().map(one -> one.id().cloud()).collect(Collectors.toSet()),
                resources.stream().map(one -> one.location().account()).collect(Collectors.toSet()),
                resources.stream().map(one -> one.location().region()).collect(Collectors.toSet()),
                Set.of());
    }

    /** One account may list all of them, whichever that is: so none is left out. */
    private static Scope accountsOf(Scope asked) {
        return new Scope(asked.clouds(), Set.of(), Set.of(), TypeCatalogue.typesOf(Category.ACCOUNT));
    }

    /**
     * Those of the accounts that are asked about. A stack of AWS makes what lies in its own Region or in none; groups of other
     * clouds hold what lies anywhere.
     */
    private static Scope groupsIn(Scope asked, List<CloudProvider> providers) {
        boolean inTheirRegion = !asked.regions().contains(Region.GLOBAL)
                && providers.stream()
                        .map(CloudProvider::cloud)
                        .filter(asked::includes)
                        .allMatch(Cloud.AWS::equals);
        Set<Region> regions = inTheirRegion ? asked.regions() : Set.of();
        return new Scope(asked.clouds(), asked.accounts(), regions, TypeCatalogue.typesOf(Category.RESOURCE_GROUP));
    }

    private void add(Parent kind, Scan scan) {
        scans.add(scan.id());
        gaps.put(kind, scan.gaps());
        for (Resource resource : scan.resources()) {
            keyOf(kind, resource)
                    .ifPresent(key -> parents.computeIfAbsent(key, first -> new HashMap<>())
                            .merge(regionOf(key, resource.location().region()), resource.tags(), Ancestry::better));
        }
    }

    /** A stack makes what lies in its own Region or in none; other parents hold what lies anywhere. */
    private static Region regionOf(Key parent, Region region) {
        return parent.kind() == Parent.RESOURCE_GROUP && parent.cloud().equals(Cloud.AWS) ? region : Region.GLOBAL;
    }

    private static TagReading better(TagReading one, TagReading other) {
        return one instanceof TagReading.Unknown ? other : one;
    }

    /** The scans that the parents came from; none where nothing can be inherited. */
    Set<ScanId> scans() {
        return Set.copyOf(scans);
    }

    private static Optional<Key> keyOf(Parent kind, Resource resource) {
        Cloud cloud = resource.id().cloud();
        Optional<Category> category = TypeCatalogue.categoryOf(resource.type());
        return switch (kind) {
            case ACCOUNT ->
                category.filter(Category.ACCOUNT::equals)
                        .map(account -> accountKey(cloud, lastPart(resource.id().text())));
            case RESOURCE_GROUP ->
                category.filter(Category.RESOURCE_GROUP::equals)
                        .map(group -> groupKey(cloud, resource.location().account(), resource.name()));
        };
    }

    private static Key accountKey(Cloud cloud, String account) {
        return new Key(Parent.ACCOUNT, cloud, account, "");
    }

    private static Key groupKey(Cloud cloud, AccountId account, String name) {
        return new Key(Parent.RESOURCE_GROUP, cloud, account.text(), name.toLowerCase(Locale.ROOT));
    }

    /** The identifiers of accounts, subscriptions and projects end with the id that resources are located by. */
    private static String lastPart(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    Lineage of(Resource resource) {
        return of(new Site(resource.id().cloud(), resource.type(), resource.location()));
    }

    /** What resources there can inherit. */
    Lineage of(Site site) {
        Map<Parent, Tags> found = new EnumMap<>(Parent.class);
        Map<Parent, ReadFailure> unread = new EnumMap<>(Parent.class);
        for (Parent kind : gaps.keySet()) {
            Optional<Key> key = parentOf(site, kind);
            if (key.isPresent()) {
                switch (reading(key.get(), site)) {
                    case TagReading.Known known -> found.put(kind, known.tags());
                    case TagReading.Unknown unknown -> unread.put(kind, ofParent(unknown.failure()));
                }
            }
        }
        return new Lineage(found, unread);
    }

    private static Optional<Key> parentOf(Site site, Parent kind) {
        AccountId account = site.location().account();
        String group = site.location().group().name();
        return switch (kind) {
            case ACCOUNT -> Optional.of(accountKey(site.cloud(), account.text()));
            case RESOURCE_GROUP ->
                group.isEmpty() ? Optional.empty() : Optional.of(groupKey(site.cloud(), account, group));
        };
    }

    /** One that nobody lists, though all was read, has no tags. */
    private TagReading reading(Key parent, Site site) {
        return listed(parent, site.location().region())
                .or(() -> gaps.getOrDefault(parent.kind(), List.of()).stream()
                        .filter(gap -> mayHide(gap.extent(), parent.kind(), site))
                        .findFirst()
                        .map(gap -> new TagReading.Unknown(gap.failure())))
                .orElseGet(() -> new TagReading.Known(Tags.NONE));
    }

    /** The parent of what lies in that Region. */
    private Optional<TagReading> listed(Key parent, Region region) {
        Map<Region, TagReading> alike = parents.getOrDefault(parent, Map.of());
        Region its = regionOf(parent, region);
        if (!its.equals(Region.GLOBAL) || alike.containsKey(its)) {
            return Optional.ofNullable(alike.get(its));
        }
        Set<TagReading> readings = new HashSet<>(alike.values());
        return readings.size() > 1
                ? Optional.of(new TagReading.Unknown(AMBIGUOUS))
                : readings.stream().findFirst();
    }

    /** Whether a parent of what lies there may be in that. Accounts may be listed by another account than themselves. */
    private static boolean mayHide(Extent gap, Parent kind, Site site) {
        AccountId account = site.location().account();
        return gap.cloud().equals(site.cloud())
                && (kind == Parent.ACCOUNT
                        || switch (gap) {
                            case Extent.OfCloud cloud -> true;
                            case Extent.OfAccount one -> one.account().equals(account);
                            case Extent.OfRegion one -> one.account().equals(account) && mayHide(one.region(), site);
                            case Extent.Cell one -> one.account().equals(account) && mayHide(one.region(), site);
                        });
    }

    private static boolean mayHide(Region region, Site site) {
        Region own = site.location().region();
        return !site.cloud().equals(Cloud.AWS) || own.equals(Region.GLOBAL) || own.equals(region);
    }

    private static ReadFailure ofParent(ReadFailure failure) {
        return new ReadFailure(
                failure.kind(),
                failure.operation(),
                "Whether a key that is missing here can be inherited is not known. " + failure.remedy());
    }
}
