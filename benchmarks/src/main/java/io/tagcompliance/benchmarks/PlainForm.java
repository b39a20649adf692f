package io.tagcompliance.benchmarks;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The eight rules as a program is written first: a resource is an object with a hash map of its tags, patterns are compiled
 * once, each rule looks its key up, and each violation is an object in a list. Patterns are those of the JDK, which are quick
 * with these and can take for ever with a stranger's, or those that a policy's run on, whose time is linear.
 */
final class PlainForm {
    private static final List<String> EVERYWHERE = List.of();

    private final Function<String, Predicate<String>> patterns;
    private final List<Rule> rules;

    private PlainForm(Function<String, Predicate<String>> patterns) {
        this.patterns = patterns;
        this.rules = List.of(
                new Rule("cost", "CostCenter", true, EVERYWHERE, matching("CC-[0-9]{4}")),
                new Rule("owner", "Owner", true, EVERYWHERE, matching("[a-z0-9-]+@quillmere\\.example")),
                new Rule(
                        "environment",
                        "Environment",
                        true,
                        EVERYWHERE,
                        oneOf("production", "staging", "development", "test", "sandbox")),
                new Rule(
                        "class",
                        "DataClass",
                        true,
                        List.of("rds:db", "s3:bucket", "ec2:volume"),
                        oneOf("public", "internal", "confidential", "restricted")),
                new Rule("project", "Project", true, EVERYWHERE, anything()),
                new Rule("creator", "CreatedBy", false, EVERYWHERE, oneOf("terraform", "cloudformation", "cdk")),
                new Rule("version", "Version", false, EVERYWHERE, matching("v[0-9]+\\.[0-9]+")));
    }

    /** With the patterns of the JDK. */
    static PlainForm ofTheJdk() {
        return new PlainForm(pattern -> Pattern.compile(pattern).asMatchPredicate());
    }

    /** With patterns that no value takes long with. */
    static PlainForm inLinearTime() {
        return new PlainForm(pattern -> com.google.re2j.Pattern.compile(pattern)::matches);
    }

    /** A resource as objects. */
    record Plain(String id, String type, String account, String region, Map<String, String> tags) {
        static Plain of(Resource resource) {
            Map<String, String> tags = resource.tags() instanceof TagReading.Known known
                    ? new HashMap<>(known.tags().asMap())
                    : new HashMap<>();
            return new Plain(
                    resource.id().text(),
                    resource.type().name(),
                    resource.location().account().text(),
                    resource.location().region().text(),
                    tags);
        }
    }

    /** What is wrong with one tag. */
    record Breach(String rule, String issue, String tag, String value) {}

    private record Rule(String id, String key, boolean required, List<String> types, Check check) {
        boolean isAbout(String type) {
            return types.isEmpty() || types.contains(type);
        }
    }

    /** What a value must be. */
    private record Check(Set<String> allowed, Predicate<String> pattern) {
        String issue(String value) {
            if (!allowed.isEmpty() && !allowed.contains(value)) {
                return "invalid_value";
            }
            return pattern.test(value) ? "" : "invalid_format";
        }
    }

    private Check matching(String pattern) {
        return new Check(Set.of(), patterns.apply(pattern));
    }

    private static Check oneOf(String... values) {
        return new Check(new HashSet<>(List.of(values)), any -> true);
    }

    private static Check anything() {
        return new Check(Set.of(), any -> true);
    }

    /** What is wrong with a resource, in the order of the rules. */
    List<Breach> judge(Plain resource) {
        List<Breach> breaches = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.isAbout(resource.type())) {
                judge(rule, resource.tags(), breaches);
            }
        }
        String environment = resource.tags().get("Environment");
        boolean covered = environment != null && (environment.equals("production") || environment.equals("staging"));
        if ("restricted".equals(resource.tags().get("DataClass")) && !covered) {
            breaches.add(new Breach("restricted", "condition_not_met", "Environment", String.valueOf(environment)));
        }
        return breaches;
    }

    private static void judge(Rule rule, Map<String, String> tags, List<Breach> breaches) {
        String value = tags.get(rule.key());
        if (value != null) {
            String issue = rule.check().issue(value);
            if (!issue.isEmpty()) {
                breaches.add(new Breach(rule.id(), issue, rule.key(), value));
            }
        } else if (rule.required()) {
            breaches.add(absent(rule, tags));
        }
    }

    private static Breach absent(Rule rule, Map<String, String> tags) {
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            if (tag.getKey().equalsIgnoreCase(rule.key())) {
                return new Breach(rule.id(), "wrong_key_case", tag.getKey(), tag.getValue());
            }
        }
        return new Breach(rule.id(), "missing_required_tag", rule.key(), "");
    }
}
