package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.policy.NamePattern;
import io.tagcompliance.policy.ProhibitedTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code prohibited_tags}: patterns for keys that may not be there. */
final class ProhibitedReader {
    private static final String LIST = "prohibited_tags";
    private static final Set<String> KNOWN = Names.of(Names.of("name"), RuleParts.KNOWN);

    private final Problems problems;
    private final RuleParts parts;

    ProhibitedReader(Problems problems, RuleParts parts) {
        this.problems = problems;
        this.parts = parts;
    }

    List<ProhibitedTag> read(Fields policy) {
        List<ProhibitedTag> rules = new ArrayList<>();
        policy.eachOfAtMost(
                RuleParts.MOST_RULES, LIST, (node, at) -> rule(node, at).ifPresent(rules::add));
        return rules;
    }

    private Optional<ProhibitedTag> rule(JsonNode node, String path) {
        Fields fields = Fields.of(node, path, problems);
        fields.allowOnly(KNOWN);
        String name = fields.requiredText("name", "*password*");
        if (!name.isEmpty() && name.chars().allMatch(character -> character == '*')) {
            fields.problem("name", "would prohibit every key; name a part of one, as in \"*password*\"");
        }
        if (name.length() > NamePattern.LONGEST) {
            fields.problem("name", "longer than " + NamePattern.LONGEST + " characters");
        }
        return Optional.of(name)
                .filter(text -> !text.isEmpty() && text.length() <= NamePattern.LONGEST)
                .map(text -> new ProhibitedTag(
                        RuleParts.id(fields, LIST, text),
                        new NamePattern(text),
                        parts.scope(fields),
                        RuleParts.severity(fields),
                        RuleParts.text(fields)));
    }
}
