package io.tagcompliance.core.check;

import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.Leniency;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.RuleScope;
import io.tagcompliance.policy.RuleText;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How an estate uses one key, in all the spellings by which people mean it. Confined to one thread. */
final class KeyUse {
    private static final int MOST_VALUES = 25;
    private static final int MOST_ALIASES = 10;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} _.:/=+@-]{1,128}");
    private static final Pattern E_MAIL = Pattern.compile("[^@\\s]+@([a-z0-9.-]+)");
    private static final Pattern NUMBERED = Pattern.compile("([A-Za-z]+[-_])\\d+");

    private final Map<String, Integer> spellings = new TreeMap<>();
    private final Map<String, Integer> values = new TreeMap<>();

    /** What spellings of one key have in common: letters and digits, in lower case. */
    static String fold(String key) {
        String folded = key.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return folded.isEmpty() ? key : folded;
    }

    void note(String key, String value) {
        spellings.merge(key, 1, Integer::sum);
        values.merge(value, 1, Integer::sum);
    }

    /** How often it was found; a resource that has it in two spellings counts twice. */
    int resources() {
        return values.values().stream().mapToInt(Integer::intValue).sum();
    }

    double share(int of) {
        return of == 0 ? 0 : Math.min(1, (double) resources() / of);
    }

    /** The spelling that is used most. */
    String spelling() {
        return mostUsed(spellings).getFirst();
    }

    /** Keys that nobody would write into a policy are left to the naming rules. */
    boolean isDraftable() {
        return PLAIN.matcher(spelling()).matches() && !spelling().isBlank();
    }

    TagRule rule(int known) {
        TagKey key = new TagKey(spelling());
        String description = "Found on %d of %d resources, with %d values; drafted from what is there, to be edited"
                .formatted(Math.min(resources(), known), known, values.size());
        return new TagRule(
                new RuleId(key.text()),
                new Demand(key, aliases(), valueRules()),
                Map.of(),
                RuleScope.EVERYTHING,
                Leniency.NONE,
                Severity.ERROR,
                new RuleText(description, "", ""));
    }

    /** Spellings that differ in more than case: case variants are found without an alias. */
    private List<TagKey> aliases() {
        Map<String, TagKey> aliases = new LinkedHashMap<>();
        for (String other : mostUsed(spellings)) {
            if (!other.equalsIgnoreCase(spelling()) && PLAIN.matcher(other).matches() && !other.isBlank()) {
                aliases.putIfAbsent(other.toLowerCase(Locale.ROOT), new TagKey(other));
            }
        }
        return aliases.values().stream().limit(MOST_ALIASES).toList();
    }

    /** A form that nearly all values have, or else the values themselves where they are few, or else anything. */
    private List<ValueRule> valueRules() {
        for (Pattern form : List.of(E_MAIL, NUMBERED)) {
            String pattern = commonForm(form);
            if (!pattern.isEmpty()) {
                return List.of(new ValueRule.Matches(pattern, ValueCase.EXACT));
            }
        }
        List<String> repeated = mostUsed(values).stream()
                .filter(value -> values.getOrDefault(value, 0) > 1)
                .filter(value -> PLAIN.matcher(value).matches() && value.equals(value.strip()))
                .toList();
        Map<String, List<String>> byMeaning = byMeaning(repeated);
        boolean fewAndEnough = byMeaning.size() <= MOST_VALUES && occurrences(repeated) >= 0.9 * resources();
        return fewAndEnough && !byMeaning.isEmpty() ? List.of(oneOf(byMeaning)) : List.of();
    }

    private static ValueRule oneOf(Map<String, List<String>> byMeaning) {
        Map<String, List<String>> synonyms = new LinkedHashMap<>();
        byMeaning.forEach((value, others) -> {
            if (!others.isEmpty()) {
                synonyms.put(value, others);
            }
        });
        return new ValueRule.OneOf(
                byMeaning.keySet().stream().map(AllowedValue::new).toList(), ValueCase.EXACT, synonyms, "");
    }

    /** The spelling of a value that is used most, and the others that differ from it in case only. */
    private static Map<String, List<String>> byMeaning(List<String> mostUsedFirst) {
        Map<String, String> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, List<String>> byMeaning = new LinkedHashMap<>();
        for (String value : mostUsedFirst) {
            String chosen = first.putIfAbsent(value, value);
            if (chosen == null) {
                byMeaning.put(value, new ArrayList<>());
            } else {
                byMeaning.computeIfAbsent(chosen, absent -> new ArrayList<>()).add(value);
            }
        }
        return byMeaning;
    }

    private double occurrences(List<String> some) {
        return some.stream().mapToInt(value -> values.getOrDefault(value, 0)).sum();
    }

    /** The pattern of a form that nine of ten occurrences have with the same fixed part; empty where they don't. */
    private String commonForm(Pattern form) {
        Map<String, Integer> fixed = new TreeMap<>();
        values.forEach((value, times) -> {
            var matcher = form.matcher(value);
            if (matcher.matches()) {
                fixed.merge(matcher.group(1), times, Integer::sum);
            }
        });
        if (fixed.isEmpty() || values.size() <= 2) {
            return "";
        }
        String part = mostUsed(fixed).getFirst();
        boolean common = fixed.getOrDefault(part, 0) >= 0.9 * resources();
        String quoted = part.replaceAll("[.+]", "\\\\$0");
        return common ? (form == E_MAIL ? "[^@\\s]+@" + quoted : quoted + "\\d+") : "";
    }

    private static List<String> mostUsed(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }
}
