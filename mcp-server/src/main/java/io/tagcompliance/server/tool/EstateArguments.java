package io.tagcompliance.server.tool;

import static java.util.stream.Collectors.toCollection;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The arguments that say which part of the estate a question is about, and their reading into a filter. */
final class EstateArguments {
    static final Parameter<CloudChoice> CLOUD =
            Kinds.choice("cloud_provider", CloudChoice.ALL, "Left out: every configured cloud");
    static final Parameter<List<String>> TYPES = Kinds.texts(
            "resource_types",
            100,
            "Types as the cloud spells them (ec2:instance), categories (compute_instance), or all");
    static final Parameter<Boolean> FRESH = Kinds.flag("fresh", "Read the clouds now, whatever was read minutes ago");

    private static final Parameter<List<String>> REGIONS = Kinds.texts("regions", 100, "Any of these");
    private static final Parameter<Optional<String>> REGION = Kinds.text("region", "Short for regions");
    private static final Parameter<List<String>> ACCOUNTS =
            Kinds.texts("account_ids", 100, "AWS accounts, Azure subscriptions, Google Cloud projects");
    private static final Parameter<Optional<String>> ACCOUNT = Kinds.text("account_id", "Short for account_ids");
    private static final Parameter<List<String>> GROUPS =
            Kinds.texts("resource_groups", 100, "Any of these, in any case");
    private static final Parameter<Map<String, String>> TAGS =
            Kinds.textMap("tags", 50, "Exact key and value; all must match");
    static final Parameter<Arguments> FILTERS =
            Kinds.object("filters", Parameters.of(REGIONS, REGION, ACCOUNTS, ACCOUNT, GROUPS, TAGS), "All must match");

    private static final Pattern ACCOUNT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

    private final TagCompliance compliance;

    EstateArguments(TagCompliance compliance) {
        this.compliance = compliance;
    }

    /** The clouds that may be asked for. */
    enum CloudChoice {
        AWS,
        AZURE,
        GCP,
        ALL
    }

    /** A page after the first comes from the scan of the first, so there is nothing to read anew. */
    static Freshness freshness(Arguments arguments) {
        boolean anew = arguments.get(FRESH) && arguments.get(Paging.CURSOR).isEmpty();
        return anew ? Freshness.READ_NOW : Freshness.REMEMBERED_WILL_DO;
    }

    /**
     * Reads the filter.
     *
     * @param moreRegions regions that the tool takes outside of {@code filters}
     * @throws RefusalException where it names a type, a region or an account that isn't there to be read
     */
    ResourceFilter filter(Arguments arguments, List<String> moreRegions) throws InterruptedException {
        Arguments filters = arguments.get(FILTERS);
        Set<Cloud> clouds = clouds(arguments.get(CLOUD));
        List<CloudProvider> asked = asked(clouds);
        List<Named> regions = named("filters.regions", filters.get(REGIONS));
        filters.get(REGION).ifPresent(region -> regions.add(new Named(region, "filters.region")));
        regions.addAll(named("regions", moreRegions));
        List<Named> accounts = named("filters.account_ids", filters.get(ACCOUNTS));
        filters.get(ACCOUNT).ifPresent(account -> accounts.add(new Named(account, "filters.account_id")));
        Scope scope = new Scope(
                clouds, accounts(accounts, asked), regions(regions, asked), types(arguments.get(TYPES), asked));
        Set<ResourceGroup> groups = new HashSet<>();
        filters.get(GROUPS).forEach(group -> groups.add(new ResourceGroup(group)));
        return new ResourceFilter(scope, groups, filters.get(TAGS));
    }

    /** The same as it was asked for. */
    static AskedScope asked(Arguments arguments) {
        Arguments filters = arguments.get(FILTERS);
        return new AskedScope(
                Optional.of(arguments.get(CLOUD)).filter(choice -> choice != CloudChoice.ALL),
                arguments.get(TYPES),
                both(filters.get(REGIONS), filters.get(REGION)),
                both(filters.get(ACCOUNTS), filters.get(ACCOUNT)),
                filters.get(GROUPS),
                filters.get(TAGS),
                false);
    }

    private static List<String> both(List<String> several, Optional<String> one) {
        return Stream.concat(several.stream(), one.stream()).distinct().toList();
    }

    private static Set<Cloud> clouds(CloudChoice choice) {
        return choice == CloudChoice.ALL ? Set.of() : Set.of(new Cloud(choice.name()));
    }

    private List<CloudProvider> asked(Set<Cloud> clouds) {
        return compliance.clouds().stream()
                .filter(provider -> clouds.isEmpty() || clouds.contains(provider.cloud()))
                .toList();
    }

    /** A name, and where it stands among the arguments. */
    private record Named(String text, String path) {}

    private static List<Named> named(String list, List<String> texts) {
        List<Named> named = new ArrayList<>();
        texts.forEach(text -> named.add(new Named(text, list + "[" + named.size() + "]")));
        return named;
    }

    /** The accounts of a list by itself, checked as those of the filters are. */
    Set<AccountId> accounts(String list, List<String> ids) throws InterruptedException {
        return accounts(named(list, ids), compliance.clouds());
    }

    /** Where no configured cloud is asked, there is nothing to compare names with: the answer says what is missing. */
    private static Set<ResourceType> types(List<String> names, List<CloudProvider> asked) {
        if (names.stream().anyMatch("all"::equalsIgnoreCase) || asked.isEmpty()) {
            return Set.of();
        }
        Set<ResourceType> readable = new TreeSet<>();
        asked.forEach(provider -> readable.addAll(provider.inventory().reach().types()));
        Set<ResourceType> types = new LinkedHashSet<>();
        for (int at = 0; at < names.size(); at++) {
            types.addAll(typesNamed(names.get(at), "resource_types[" + at + "]", readable));
        }
        return types;
    }

    private static Set<ResourceType> typesNamed(String name, String path, Set<ResourceType> readable) {
        Set<ResourceType> named = Category.named(name)
                .map(TypeCatalogue::typesOf)
                .orElseGet(() -> Set.of(new ResourceType(name.substring(0, Math.min(name.length(), 200)))));
        Set<ResourceType> found = new HashSet<>(named);
        found.retainAll(readable);
        if (found.isEmpty()) {
            Stream<String> allowed =
                    Stream.concat(readable.stream().map(ResourceType::name), Category.labels().stream());
            throw Kinds.unknown(path, name, allowed.toList());
        }
        return found;
    }

    private static Set<Region> regions(List<Named> names, List<CloudProvider> asked) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        Set<String> known = new TreeSet<>();
        asked.forEach(provider -> provider.inventory().reach().regions().forEach(region -> known.add(region.text())));
        Set<Region> regions = new HashSet<>();
        for (Named name : names) {
            if (!known.contains(name.text().toLowerCase(Locale.ROOT))) {
                throw Kinds.unknown(name.path(), name.text(), List.copyOf(known));
            }
            regions.add(new Region(name.text()));
        }
        return regions;
    }

    private static Set<AccountId> accounts(List<Named> names, List<CloudProvider> asked) throws InterruptedException {
        if (names.isEmpty() || asked.isEmpty()) {
            return Set.of();
        }
        names.forEach(EstateArguments::requireAccountId);
        Set<AccountId> accounts =
                names.stream().map(name -> new AccountId(name.text())).collect(toCollection(HashSet::new));
        Set<String> known = new TreeSet<>();
        for (CloudProvider provider : asked) {
            try {
                provider.inventory().accounts().forEach(account -> known.add(account.text()));
            } catch (CloudException unreadable) {
                return accounts; // nobody can tell what is unknown; the scan says what it couldn't read
            }
        }
        for (Named name : names) {
            if (!known.contains(name.text())) {
                throw Kinds.unknown(name.path(), name.text(), List.copyOf(known));
            }
        }
        return accounts;
    }

    /** Before any cloud is asked: whoever asks names accounts, and never a role or anything else by which one is entered. */
    private static void requireAccountId(Named name) {
        if (!ACCOUNT_ID.matcher(name.text()).matches()) {
            throw RefusalException.invalid(
                    name.path(),
                    "must be the id of an account, subscription or project; roles are the operator's to set");
        }
    }
}
