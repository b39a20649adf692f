package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.Lineage;
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
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What resources can inherit: the tags of the accounts and resource groups that the estate's sources list. Those that no
 * source lists, nobody inherits from.
 */
final class Ancestry {
    private static final Ancestry NONE = new Ancestry(Optional.empty(), List.of());
    private static final Set<ResourceType> PARENT_TYPES = Stream.of(Category.ACCOUNT, Category.RESOURCE_GROUP)
            .flatMap(category -> TypeCatalogue.typesOf(category).stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Optional<ScanId> scan;
    private final List<ScanGap> gaps;
    private final Map<Key, Tags> parents = new HashMap<>();

    private Ancestry(Optional<ScanId> scan, List<ScanGap> gaps) {
        this.scan = scan;
        this.gaps = gaps;
    }

    /** A parent: an account by its id, a resource group by its name within its account. */
    private record Key(Parent kind, Cloud cloud, String account, String group) {}

    /**
     * The parents of whatever lies in these clouds, where any rule of the policy lets a key be inherited. A question about
     * some types or regions needs parents of other types in other regions, so these are read for themselves.
     */
    static Ancestry read(Sources sources, TagPolicy policy, Set<Cloud> clouds, Patience patience)
            throws InterruptedException {
        boolean inherited = policy.required().stream()
                .anyMatch(rule -> !rule.leniency().inheritFrom().isEmpty());
        if (!inherited) {
            return NONE;
        }
        Scope parents = new Scope(clouds, Set.of(), Set.of(), PARENT_TYPES);
        Scan scan = sources.scanner()
                .read(parents, Freshness.REMEMBERED_WILL_DO, patience)
                .scan();
        Ancestry ancestry = new Ancestry(Optional.of(scan.id()), scan.gaps());
        scan.resources().forEach(ancestry::addIfParent);
        return ancestry;
    }

    /** The scan that the parents came from; empty where nothing can be inherited. */
    Optional<ScanId> scan() {
        return scan;
    }

    /** What of the parents could not be read. */
    List<ScanGap> gaps() {
        return gaps;
    }

    private void addIfParent(Resource resource) {
        if (resource.tags() instanceof TagReading.Known known) {
            keyOf(resource).ifPresent(key -> parents.putIfAbsent(key, known.tags()));
        }
    }

    private static Optional<Key> keyOf(Resource resource) {
        Optional<Category> category = TypeCatalogue.categoryOf(resource.type());
        if (category.filter(Category.ACCOUNT::equals).isPresent()) {
            return Optional.of(
                    accountKey(resource.id().cloud(), lastPart(resource.id().text())));
        }
        return category.filter(Category.RESOURCE_GROUP::equals)
                .map(group -> groupKey(
                        resource.id().cloud(), resource.location().account().text(), resource.name()));
    }

    private static Key accountKey(Cloud cloud, String account) {
        return new Key(Parent.ACCOUNT, cloud, account, "");
    }

    private static Key groupKey(Cloud cloud, String account, String name) {
        return new Key(Parent.RESOURCE_GROUP, cloud, account, name.toLowerCase(Locale.ROOT));
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
        if (parents.isEmpty()) {
            return Lineage.NONE;
        }
        String account = site.location().account().text();
        Map<Parent, Tags> found = new EnumMap<>(Parent.class);
        add(Parent.ACCOUNT, accountKey(site.cloud(), account), found);
        add(
                Parent.RESOURCE_GROUP,
                groupKey(site.cloud(), account, site.location().group().name()),
                found);
        return new Lineage(found);
    }

    private void add(Parent parent, Key key, Map<Parent, Tags> found) {
        Optional.ofNullable(parents.get(key)).ifPresent(tags -> found.put(parent, tags));
    }
}
