package io.tagcompliance.policy.json;

import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Nearest;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code applies_to} in its three forms: a list of types and categories, lists by cloud, and
 * {@code {"categories": […]}}. An empty list is every type, as in version 1.
 */
final class AppliesToReader {
    private static final String FIELD = "applies_to";
    private static final String ALL = "all";

    private final Problems problems;
    private final Set<String> groups = new LinkedHashSet<>(List.of("categories"));

    AppliesToReader(Problems problems, Set<Cloud> scope) {
        this.problems = problems;
        TypeCatalogue.clouds().forEach(cloud -> groups.add(cloud.id()));
        scope.forEach(cloud -> groups.add(cloud.id()));
    }

    AppliesTo read(Fields rule) {
        if (!rule.has(FIELD)) {
            return AppliesTo.EVERYTHING;
        }
        Selection selection = rule.node(FIELD).isArray() ? byList(rule) : byGroup(rule.object(FIELD));
        return selection.result();
    }

    private Selection byList(Fields rule) {
        Selection selection = new Selection();
        selection.everything = rule.isEmptyList(FIELD);
        rule.eachText(FIELD, (text, at) -> select(text, at, selection));
        return selection;
    }

    private Selection byGroup(Fields fields) {
        fields.allowOnly(groups);
        Selection selection = new Selection();
        for (String group : fields.names()) {
            if (group.equals("categories")) {
                categories(fields, selection);
            } else if (groups.contains(group)) {
                typesOf(new Cloud(group), fields, selection);
            }
        }
        selection.everything |= fields.names().isEmpty();
        return selection;
    }

    private void categories(Fields fields, Selection selection) {
        selection.everything |=
                fields.isEmptyList("categories") && fields.names().size() == 1;
        fields.eachText("categories", (text, at) -> {
            Optional<Category> category = Category.named(text);
            if (isAll(text)) {
                selection.everything = true;
            } else if (category.isPresent()) {
                selection.add(new AppliesTo.OfCategory(category.get()));
            } else {
                problems.add(at, "no category" + Fields.suggestion(text, new TreeSet<>(Category.labels())));
            }
        });
    }

    private void typesOf(Cloud cloud, Fields fields, Selection selection) {
        if (fields.isEmptyList(cloud.id())) {
            selection.add(new AppliesTo.OfCloud(cloud));
        }
        fields.eachText(cloud.id(), (text, at) -> {
            if (isAll(text)) {
                selection.add(new AppliesTo.OfCloud(cloud));
            } else if (Category.named(text).isPresent()) {
                typesOf(Category.named(text).get(), cloud, at).forEach(selection::add);
            } else {
                select(text, at, selection);
                refuseForeign(text, cloud, at);
            }
        });
    }

    /** A category under a cloud is that cloud's part of it. */
    private List<AppliesTo.OfType> typesOf(Category category, Cloud cloud, String path) {
        List<AppliesTo.OfType> types = TypeCatalogue.types().stream()
                .filter(type ->
                        TypeCatalogue.cloudOf(type).filter(cloud::equals).isPresent())
                .filter(type ->
                        TypeCatalogue.categoryOf(type).filter(category::equals).isPresent())
                .map(AppliesTo.OfType::new)
                .toList();
        if (types.isEmpty()) {
            problems.add(path, "no type of this category is known on " + cloud);
        }
        return types;
    }

    private void refuseForeign(String text, Cloud cloud, String path) {
        if (looksNative(text)) {
            TypeCatalogue.cloudOf(new ResourceType(text))
                    .filter(other -> !other.equals(cloud))
                    .ifPresent(other -> problems.add(path, "is a type of " + other + ", not of " + cloud));
        }
    }

    private void select(String text, String path, Selection selection) {
        if (isAll(text)) {
            selection.everything = true;
        } else if (Category.named(text).isPresent()) {
            selection.add(new AppliesTo.OfCategory(Category.named(text).get()));
        } else if (looksNative(text)) {
            selection.add(new AppliesTo.OfType(TypeCatalogue.canonical(new ResourceType(text))));
        } else {
            problems.add(path, "neither a type like ec2:instance nor a category" + suggestion(text));
        }
    }

    private static boolean isAll(String text) {
        return text.equalsIgnoreCase(ALL);
    }

    /** A type that the catalogue doesn't know may still be right; a word without any separator can't be. */
    private static boolean looksNative(String text) {
        return text.length() <= 200 && text.matches("[A-Za-z0-9_-]+([:/.][A-Za-z0-9_-]+)+");
    }

    private static String suggestion(String text) {
        Set<String> names = new TreeSet<>(Category.labels());
        TypeCatalogue.types().forEach(type -> names.add(type.name()));
        return Nearest.to(text, names)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    private static final class Selection {
        private final Set<AppliesTo.Selector> selectors = new LinkedHashSet<>();
        private boolean everything;

        void add(AppliesTo.Selector selector) {
            selectors.add(selector);
        }

        /** A selection of nothing is what is left after a problem was noted: then it doesn't matter. */
        AppliesTo result() {
            return everything || selectors.isEmpty() ? AppliesTo.EVERYTHING : new AppliesTo.Selected(selectors);
        }
    }
}
