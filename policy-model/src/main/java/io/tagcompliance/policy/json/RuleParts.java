package io.tagcompliance.policy.json;

import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamePattern;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.RuleScope;
import io.tagcompliance.policy.RuleText;
import io.tagcompliance.policy.Severity;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads what rules of every kind have: id, severity, scope, and what they say to people. */
final class RuleParts {
    /** The fields that it reads. */
    static final Set<String> KNOWN =
            Names.of("id", "description", "message", "link", "severity", "applies_to", "when_scope");

    /** The most rules, exemptions or tests of a kind. */
    static final int MOST_RULES = 1_000;

    /** Patterns can't be looked up, only tried one after the other. */
    private static final int MOST_PATTERNS = 100;

    private static final Set<String> PLACE = Names.of("clouds", "accounts", "regions", "resource_groups", "names");

    private final AppliesToReader appliesTo;

    RuleParts(Problems problems, Set<Cloud> scope) {
        this.appliesTo = new AppliesToReader(problems, scope);
    }

    /** The id that was given, or one by the place of the rule. */
    static RuleId id(Fields fields, String list, String subject) {
        String given = fields.text("id");
        if (given.equals("all") || given.startsWith("tag_naming_rules.")) {
            fields.problem("id", "is taken: 'all' and 'tag_naming_rules.…' mean something else in exemptions");
        }
        return given.isBlank() ? idByPlace(list, subject) : new RuleId(given);
    }

    /** The id of a rule that was given none; rules for one key and other resources share it. */
    static RuleId idByPlace(String list, String subject) {
        return new RuleId(list + "." + subject);
    }

    static Severity severity(Fields fields) {
        String given = fields.text("severity");
        return switch (given) {
            case "", "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> {
                fields.problem("severity", "must be \"error\" or \"warning\"");
                yield Severity.ERROR;
            }
        };
    }

    static RuleText text(Fields fields) {
        String link = fields.text("link");
        if (!link.isEmpty() && !link.matches("https?://[A-Za-z0-9][^\\s]*")) {
            fields.problem("link", "must be an address that begins with https:// or http://");
        }
        return new RuleText(fields.text("description"), fields.text("message"), link);
    }

    RuleScope scope(Fields fields) {
        return new RuleScope(appliesTo.read(fields), place(fields));
    }

    /** The place under {@code when_scope}; anywhere where nothing is said. */
    static PlaceScope place(Fields parent) {
        if (!parent.has("when_scope")) {
            return PlaceScope.ANYWHERE;
        }
        Fields fields = parent.object("when_scope");
        if (fields.names().isEmpty()) {
            parent.problem("when_scope", "is empty; leave it out for no restriction");
        }
        if (fields.has("types") || fields.has("categories")) {
            fields.problem("types", "types and categories stand in applies_to, not in when_scope");
        }
        fields.allowOnly(PLACE, Names.of("types", "categories"));
        fields.names().stream()
                .filter(PLACE::contains)
                .filter(fields::isEmptyList)
                .forEach(name -> fields.problem(name, "an empty list; leave the field out for no restriction"));
        return new PlaceScope(
                clouds(fields),
                filled(fields, "accounts"),
                filled(fields, "regions"),
                filled(fields, "resource_groups"),
                patterns(fields, "names"));
    }

    private static Set<Cloud> clouds(Fields fields) {
        Set<Cloud> clouds = new LinkedHashSet<>();
        fields.eachText("clouds", (text, at) -> {
            if (Cloud.isName(text)) {
                clouds.add(new Cloud(text));
            } else {
                fields.problemAt(at, "must name a cloud: aws, azure or gcp");
            }
        });
        return clouds;
    }

    private static Set<String> filled(Fields fields, String name) {
        Set<String> texts = new LinkedHashSet<>();
        fields.eachText(name, (text, at) -> {
            if (text.isBlank()) {
                fields.problemAt(at, "is blank");
            }
            texts.add(text);
        });
        return texts;
    }

    /** Patterns for names in a list; what is none is a problem. */
    static Set<NamePattern> patterns(Fields fields, String name) {
        Set<NamePattern> patterns = new LinkedHashSet<>();
        if (fields.has(name) && fields.node(name).size() > MOST_PATTERNS) {
            fields.problem(name, "more than " + MOST_PATTERNS + " patterns; use one with a *, or a place");
            return patterns;
        }
        fields.eachText(name, (text, at) -> {
            try {
                patterns.add(new NamePattern(text));
            } catch (IllegalArgumentException wrong) {
                fields.problemAt(at, String.valueOf(wrong.getMessage()));
            }
        });
        return patterns;
    }
}
