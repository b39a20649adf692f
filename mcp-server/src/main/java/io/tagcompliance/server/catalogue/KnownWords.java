package io.tagcompliance.server.catalogue;

import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.resource.Site;
import io.tagcompliance.core.resource.TextPool;
import io.tagcompliance.core.spi.PolicySource;
import io.tagcompliance.core.spi.ScanCache;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.policy.ValueRule;
import io.tagcompliance.server.offer.Completer;
import io.tagcompliance.server.tool.SafeText;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The words that arguments can be completed with: those of the policy, and those of the latest scan. Asks no cloud, and
 * never proposes a text that doesn't show what it holds. Safe for many threads.
 */
public final class KnownWords implements Completer {
    private static final int MOST_OF_A_KIND = 2_000;

    private final PolicySource policy;
    private final LatestCheck latest;
    private volatile Found found = new Found(Set.of(), Set.of(), Set.of(), Set.of());

    public KnownWords(PolicySource policy, LatestCheck latest) {
        this.policy = policy;
        this.latest = latest;
    }

    /** What a scan found, each kind in the order of the alphabet. */
    private record Found(Set<String> types, Set<String> accounts, Set<String> regions, Set<String> keys) {
        static Found in(Scan scan) {
            Found found = new Found(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
            ResourceColumns columns = scan.columns();
            for (int site = 0; site < columns.sites(); site++) {
                found.add(columns.site(site));
            }
            TextPool keys = columns.keySets().all();
            for (int key = 0; key < keys.size() && key < MOST_OF_A_KIND; key++) {
                add(found.keys, keys.text(key));
            }
            return found;
        }

        private void add(Site site) {
            add(types, site.type().name());
            add(accounts, site.location().account().text());
            add(regions, site.location().region().text());
        }

        private static void add(Set<String> words, String word) {
            if (words.size() < MOST_OF_A_KIND) {
                words.add(word);
            }
        }
    }

    /** A cache that these words learn from, in front of another. */
    public ScanCache learningFrom(ScanCache cache) {
        return new ScanCache() {
            @Override
            public Optional<Scan> get(ScanKey key) {
                return cache.get(key);
            }

            @Override
            public void put(Scan scan, Duration keep) {
                found = Found.in(scan);
                cache.put(scan, keep);
            }
        };
    }

    @Override
    public List<String> complete(Question question) {
        Stream<String> words = switch (question.argument()) {
            case "resource_type" ->
                Stream.concat(TypeCatalogue.types().stream().map(ResourceType::name), found.types().stream());
            case "account_id" -> found.accounts().stream();
            case "region" -> found.regions().stream();
            case "tag" -> Stream.concat(rules().map(rule -> rule.key().text()), found.keys().stream());
            case "proposed_value" -> allowedFor(question.others().path("tag").asText());
            case "resource_id" -> latest.violators(question.caller()).stream();
            default -> Stream.empty();
        };
        return best(words, question.typed());
    }

    private Stream<TagRule> rules() {
        return Stream.of(
                        policy.current().policy().required(),
                        policy.current().policy().optional())
                .flatMap(List::stream);
    }

    private Stream<String> allowedFor(String tag) {
        return rules().filter(rule -> rule.key().text().equalsIgnoreCase(tag))
                .flatMap(rule -> rule.values().stream())
                .filter(ValueRule.OneOf.class::isInstance)
                .flatMap(rule -> ((ValueRule.OneOf) rule).values().stream())
                .filter(value -> !value.hasWildcard())
                .map(AllowedValue::text);
    }

    /** First what begins with what was typed, then what holds it; case is no difference. */
    private static List<String> best(Stream<String> words, String typed) {
        String folded = typed.toLowerCase(Locale.ROOT);
        return words.distinct()
                .filter(word -> word.toLowerCase(Locale.ROOT).contains(folded))
                .filter(word -> !SafeText.of(word).escaped())
                .sorted(Comparator.comparing(
                        (String word) -> !word.toLowerCase(Locale.ROOT).startsWith(folded)))
                .toList();
    }
}
