package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the resources of a scan can inherit: the tags of the accounts and resource groups that the scan holds too. What
 * it doesn't hold, nobody inherits from.
 */
final class Ancestry {
    private static final Ancestry NONE = new Ancestry();

    private final Map<Key, Tags> parents = new HashMap<>();

    private Ancestry() {}

    /** A parent: an account by its id, a resource group by its name within its account. */
    private record Key(Parent kind, Cloud cloud, String account, String group) {}

    /** The parents among these resources, where any rule of the policy lets a key be inherited. */
    static Ancestry among(List<Resource> resources, TagPolicy policy) {
        boolean inherited = policy.required().stream()
                .anyMatch(rule -> !rule.leniency().inheritFrom().isEmpty());
        if (!inherited) {
            return NONE;
        }
        Ancestry ancestry = new Ancestry();
        resources.forEach(ancestry::addIfParent);
        return ancestry;
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
        return category.filter(Category.RESOURCE_GROUP::equals).map(group -> groupKey(resource, resource.name()));
    }

    private static Key accountKey(Cloud cloud, String account) {
        return new Key(Parent.ACCOUNT, cloud, account, "");
    }

    private static Key groupKey(Resource resource, String name) {
        return new Key(
                Parent.RESOURCE_GROUP,
                resource.id().cloud(),
                resource.location().account().text(),
                name.toLowerCase(Locale.ROOT));
    }

    /** The identifiers of accounts, subscriptions and projects end with the id that resources are located by. */
    private static String lastPart(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    Lineage of(Resource resource) {
        if (parents.isEmpty()) {
            return Lineage.NONE;
        }
        Map<Parent, Tags> found = new EnumMap<>(Parent.class);
        add(
                Parent.ACCOUNT,
                accountKey(resource.id().cloud(), resource.location().account().text()),
                found);
        add(
                Parent.RESOURCE_GROUP,
                groupKey(resource, resource.location().group().name()),
                found);
        return new Lineage(found);
    }

    private void add(Parent parent, Key key, Map<Parent, Tags> found) {
        Optional.ofNullable(parents.get(key)).ifPresent(tags -> found.put(parent, tags));
    }
}
