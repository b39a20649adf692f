package io.tagcompliance.core.evaluation;

import static io.tagcompliance.core.evaluation.PlainJson.like;
import static io.tagcompliance.core.evaluation.PlainJson.object;
import static io.tagcompliance.core.evaluation.PlainJson.objects;
import static io.tagcompliance.core.evaluation.PlainJson.texts;
import static io.tagcompliance.core.evaluation.PlainJson.wildcard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/**
 * A policy file once more, read and judged as plainly as can be: straight from the JSON, by the words of the format's
 * page, without a line of the product's. Specificity is counted out over a small world of places, not reasoned about.
 */
@NullUnmarked // JSON as maps: what is there is what the generator put there
final class PlainReading {
    private static final Pattern ORDINARY_KEY = Pattern.compile("[\\p{L}\\p{Nd} _.:/=+@-]*");

    private final Map<String, Object> policy;
    private final boolean keyCaseMatters;

    PlainReading(Map<String, Object> policy) {
        this.policy = policy;
        this.keyCaseMatters = (boolean) naming().getOrDefault("case_sensitivity", true);
    }

    /** A resource to judge. */
    record Case(
            Cell cell,
            String id,
            Map<String, String> tags,
            Optional<Instant> created,
            Map<String, Map<String, String>> parents) {}

    /** A resource being judged, and what was found so far. */
    private record Trial(Case one, Instant now, Set<String> found) {}

    /** A place in the small world, and a type. */
    record Cell(String cloud, String type, String category, String account, String region, String name) {}

    private Map<String, Object> naming() {
        return object(policy.getOrDefault("tag_naming_rules", Map.of()));
    }

    /** {@code not applicable}, or each violation as {@code key:issue:severity}, waived ones behind their reason. */
    Set<String> judge(Case one, Instant now) {
        Set<String> found = new TreeSet<>();
        Trial trial = new Trial(one, now, found);
        boolean demanded = false;
        for (String key : keys()) {
            Optional<Map<String, Object>> rule = winner(key, one.cell());
            if (rule.isPresent()) {
                boolean required = list("required_tags").contains(rule.get());
                demanded |= required;
                judgeKey(rule.get(), required, trial);
            }
        }
        for (Map<String, Object> rule : list("conditional_tags")) {
            if (covers(rule, one.cell())) {
                demanded = true;
                if (holds(object(rule.get("when")), one) && !fulfilled(rule, one)) {
                    note(there(conditionKey(rule), one.cell()), "condition_not_met", rule, trial);
                }
            }
        }
        for (Map<String, Object> rule : list("prohibited_tags")) {
            if (covers(rule, one.cell())) {
                demanded = true;
                for (String key : one.tags().keySet()) {
                    if (!isSystem(key) && like((String) rule.get("name"), key)) {
                        note(key, "prohibited_tag", rule, trial);
                    }
                }
            }
        }
        if (!demanded) {
            return Set.of("not applicable");
        }
        one.tags().forEach((key, value) -> judgeNaming(key, value, trial));
        return found;
    }

    /** Whether two rules for one key meet somewhere in the small world without one being a part of the other. */
    boolean hasTie(List<Cell> world) {
        for (String key : keys()) {
            List<Set<Cell>> covered =
                    rulesFor(key).stream().map(rule -> cells(rule, world)).toList();
            for (int one = 0; one < covered.size(); one++) {
                for (int other = 0; other < one; other++) {
                    Set<Cell> both = new HashSet<>(covered.get(one));
                    both.retainAll(covered.get(other));
                    boolean within = both.equals(covered.get(one)) != both.equals(covered.get(other));
                    if (!both.isEmpty() && !within) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (Map<String, Object> rule : tagRules()) {
            String name = (String) rule.get("name");
            keys.add(keyCaseMatters ? name : name.toLowerCase(Locale.ROOT));
        }
        return keys;
    }

    private List<Map<String, Object>> tagRules() {
        return Stream.concat(list("required_tags").stream(), list("optional_tags").stream())
                .toList();
    }

    private List<Map<String, Object>> rulesFor(String key) {
        return tagRules().stream()
                .filter(rule ->
                        keyCaseMatters ? rule.get("name").equals(key) : key.equalsIgnoreCase((String) rule.get("name")))
                .toList();
    }

    /** The rule that covers the fewest cells of all that cover this one. */
    private Optional<Map<String, Object>> winner(String key, Cell cell) {
        return rulesFor(key).stream()
                .filter(rule -> covers(rule, cell))
                .min(Comparator.comparingInt(
                        rule -> cells(rule, SmallWorld.CELLS).size()));
    }

    private Set<Cell> cells(Map<String, Object> rule, List<Cell> world) {
        Set<Cell> cells = new HashSet<>();
        world.stream().filter(cell -> covers(rule, cell)).forEach(cells::add);
        return cells;
    }

    private boolean covers(Map<String, Object> rule, Cell cell) {
        List<String> types = texts(rule.getOrDefault("applies_to", List.of()));
        boolean type = types.isEmpty()
                || types.contains("all")
                || types.stream().anyMatch(cell.type()::equalsIgnoreCase)
                || types.stream().anyMatch(cell.category()::equalsIgnoreCase);
        return type && lies(object(rule.getOrDefault("when_scope", Map.of())), cell);
    }

    private static boolean lies(Map<String, Object> place, Cell cell) {
        return among(place.get("clouds"), cell.cloud())
                && among(place.get("accounts"), cell.account())
                && among(place.get("regions"), cell.region())
                && (place.get("names") == null
                        || texts(place.get("names")).stream().anyMatch(pattern -> like(pattern, cell.name())));
    }

    private static boolean among(Object list, String one) {
        return list == null || texts(list).contains(one);
    }

    private void judgeKey(Map<String, Object> rule, boolean required, Trial trial) {
        Case one = trial.one();
        Map<String, Object> override = object(object(rule.getOrDefault("cloud_specific", Map.of()))
                .getOrDefault(one.cell().cloud(), Map.of()));
        String key = (String) override.getOrDefault("name", rule.get("name"));
        Map<String, Object> values = saysOfValue(override) ? override : rule;
        Optional<String> value = value(key, one.tags());
        if (value.isPresent()) {
            wrong(values, value.get()).ifPresent(issue -> note(key, issue, rule, trial));
        } else if (required && one.tags().keySet().stream().anyMatch(key::equalsIgnoreCase)) {
            note(key, "wrong_key_case", rule, trial);
        } else if (texts(rule.getOrDefault("aliases", List.of())).stream()
                .filter(alias -> !alias.equalsIgnoreCase(key))
                .anyMatch(alias -> one.tags().keySet().stream().anyMatch(alias::equalsIgnoreCase))) {
            note(key, "known_alias", rule, trial);
        } else if (required
                && texts(rule.getOrDefault("inherit_from", List.of())).stream()
                        .noneMatch(parent -> value(key, one.parents().getOrDefault(parent, Map.of()))
                                .filter(inherited -> wrong(values, inherited).isEmpty())
                                .isPresent())) {
            note(key, "missing_required_tag", rule, trial);
        }
    }

    private static boolean saysOfValue(Map<String, Object> fields) {
        return fields.containsKey("allowed_values")
                || fields.containsKey("allowed_values_from")
                || fields.containsKey("pattern");
    }

    /** The value under a key, in a case that the policy lets count. */
    private Optional<String> value(String key, Map<String, String> tags) {
        if (tags.containsKey(key) || keyCaseMatters) {
            return Optional.ofNullable(tags.get(key));
        }
        return tags.entrySet().stream()
                .filter(tag -> tag.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Optional<String> wrong(Map<String, Object> rule, String value) {
        boolean exact =
                (boolean) object(rule.getOrDefault("enforcement", Map.of())).getOrDefault("case_sensitive", true);
        int flags = exact ? 0 : Pattern.CASE_INSENSITIVE;
        List<String> allowed = rule.containsKey("allowed_values_from")
                ? texts(object(object(policy.get("value_lists")).get(rule.get("allowed_values_from")))
                        .get("values"))
                : texts(rule.getOrDefault("allowed_values", List.of()));
        boolean admitted = allowed.stream()
                .anyMatch(one -> wildcard(one, flags).matcher(value).matches());
        if (!allowed.isEmpty() && !admitted) {
            return Optional.of("invalid_value");
        }
        String pattern = (String) rule.getOrDefault("pattern", "");
        return pattern.isEmpty()
                        || Pattern.compile(pattern, flags).matcher(value).matches()
                ? Optional.empty()
                : Optional.of("invalid_format");
    }

    private boolean holds(Map<String, Object> when, Case one) {
        if (when.containsKey("all")) {
            return objects(when.get("all")).stream().allMatch(part -> holds(part, one));
        }
        if (when.containsKey("any")) {
            return objects(when.get("any")).stream().anyMatch(part -> holds(part, one));
        }
        if (when.containsKey("not")) {
            return !holds(object(when.get("not")), one);
        }
        String tag = (String) when.get("tag");
        Optional<String> value = value(there(tag, one.cell()), one.tags());
        if (when.containsKey("present")) {
            return value.isPresent() == (boolean) when.get("present");
        }
        boolean anyCase = tagRules().stream()
                .filter(rule -> tag.equalsIgnoreCase((String) rule.get("name")))
                .filter(PlainReading::saysOfValue)
                .anyMatch(rule -> !(boolean)
                        object(rule.getOrDefault("enforcement", Map.of())).getOrDefault("case_sensitive", true));
        return value.isPresent()
                && texts(when.get("in")).stream()
                        .anyMatch(text -> wildcard(text, anyCase ? Pattern.CASE_INSENSITIVE : 0)
                                .matcher(value.get())
                                .matches());
    }

    private boolean fulfilled(Map<String, Object> rule, Case one) {
        String key = there(conditionKey(rule), one.cell());
        if (rule.containsKey("forbid")) {
            return one.tags().keySet().stream().noneMatch(key::equalsIgnoreCase);
        }
        Map<String, Object> require = object(rule.get("require"));
        Optional<String> value = value(key, one.tags());
        return require.containsKey("same_as")
                ? value.isPresent()
                        && value.equals(value(there((String) require.get("same_as"), one.cell()), one.tags()))
                : value.filter(text -> wrong(require, text).isEmpty()).isPresent();
    }

    /** What the cloud calls a key: the first other name that a rule for it has there. */
    private String there(String key, Cell cell) {
        for (Map<String, Object> rule : tagRules()) {
            String name = (String) rule.get("name");
            Map<String, Object> override =
                    object(object(rule.getOrDefault("cloud_specific", Map.of())).getOrDefault(cell.cloud(), Map.of()));
            String other = (String) override.getOrDefault("name", name);
            if ((keyCaseMatters ? name.equals(key) : name.equalsIgnoreCase(key)) && !other.equals(name)) {
                return other;
            }
        }
        return key;
    }

    private static String conditionKey(Map<String, Object> rule) {
        return (String) object(rule.getOrDefault("require", rule.get("forbid"))).get("name");
    }

    private void judgeNaming(String key, String value, Trial trial) {
        if (isSystem(key)) {
            return;
        }
        Map<String, Object> rules = naming();
        boolean special = (boolean) rules.getOrDefault("allow_special_characters", true);
        if (!special && !ORDINARY_KEY.matcher(key).matches()) {
            note(key, "naming_rule", Map.of("id", "tag_naming_rules.allow_special_characters"), trial);
        }
        for (String prefix : texts(rules.getOrDefault("reserved_prefixes", List.of()))) {
            if (key.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))) {
                note(key, "naming_rule", Map.of("id", "tag_naming_rules.reserved_prefixes"), trial);
            }
        }
        if (key.length() > (int) rules.getOrDefault("max_key_length", 1_000)) {
            note(key, "limit_exceeded", Map.of("id", "tag_naming_rules.max_key_length"), trial);
        }
        if (value.length() > (int) rules.getOrDefault("max_value_length", 1_000)) {
            note(key, "limit_exceeded", Map.of("id", "tag_naming_rules.max_value_length"), trial);
        }
    }

    private void note(String key, String issue, Map<String, Object> rule, Trial trial) {
        Object severity = rule.containsKey("name") || rule.containsKey("when")
                ? rule.getOrDefault("severity", "error")
                : naming().getOrDefault("severity", "error");
        trial.found().add(waiver(rule, trial.one(), trial.now()) + key + ":" + issue + ":" + severity);
    }

    private String waiver(Map<String, Object> rule, Case one, Instant now) {
        String grace = (String) rule.getOrDefault("grace", "0d");
        Duration period = Duration.ofDays(Long.parseLong(grace.substring(0, grace.length() - 1)));
        if (one.created().isPresent() && now.isBefore(one.created().get().plus(period)) && !period.isZero()) {
            return "grace:";
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean exempt = list("exemptions").stream()
                .filter(exemption -> !today.isAfter(LocalDate.parse((String) exemption.get("expires"))))
                .filter(exemption -> lies(object(exemption.getOrDefault("when_scope", Map.of())), one.cell()))
                .filter(exemption -> exemption.get("resources") == null
                        || texts(exemption.get("resources")).stream().anyMatch(pattern -> like(pattern, one.id())))
                .anyMatch(exemption -> texts(exemption.get("rules")).contains("all")
                        || texts(exemption.get("rules")).contains(rule.get("id")));
        return exempt ? "exempt:" : "";
    }

    private static boolean isSystem(String key) {
        return key.toLowerCase(Locale.ROOT).startsWith("aws:");
    }

    private List<Map<String, Object>> list(String name) {
        return objects(policy.getOrDefault(name, List.of()));
    }
}
