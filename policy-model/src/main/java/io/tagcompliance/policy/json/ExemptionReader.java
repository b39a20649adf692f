package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.NamePattern;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.RuleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code exemptions}: who, why, which rules, and until when. */
final class ExemptionReader {
    private static final Set<String> KNOWN =
            Names.of("id", "resources", "when_scope", "rules", "reason", "owner", "expires");

    private final Problems problems;
    private final Set<String> ruleIds;

    /** @param ruleIds the ids of the rules that the policy has */
    ExemptionReader(Problems problems, Set<String> ruleIds) {
        this.problems = problems;
        this.ruleIds = ruleIds;
    }

    List<Exemption> read(Fields policy) {
        List<Exemption> exemptions = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        policy.eachOfAtMost(
                RuleParts.MOST_RULES,
                "exemptions",
                (node, at) -> exemption(node, at).ifPresent(exemption -> {
                    if (!ids.add(exemption.id())) {
                        problems.add(at + ".id", "another exemption has this id already; give each its own");
                    }
                    exemptions.add(exemption);
                }));
        return exemptions;
    }

    private Optional<Exemption> exemption(JsonNode node, String path) {
        Fields fields = Fields.of(node, path, problems);
        fields.allowOnly(KNOWN);
        String id = fields.requiredText("id", "legacy-crm");
        String reason = fields.requiredText("reason", "Sold with the CRM business in March");
        String owner = fields.requiredText("owner", "finops@example.com");
        Optional<LocalDate> expires = fields.requiredDate("expires");
        Set<RuleId> rules = rules(fields);
        Set<NamePattern> resources = RuleParts.patterns(fields, "resources");
        PlaceScope place = RuleParts.place(fields);
        if (!fields.has("resources") && !fields.has("when_scope")) {
            fields.problem("resources", "missing; name resources by their full ids, or a place with when_scope");
        }
        noteIfAboutEverything(fields, resources);
        boolean about = !resources.isEmpty() || !place.equals(PlaceScope.ANYWHERE);
        return about && !id.isEmpty() && !reason.isEmpty() && !owner.isEmpty()
                ? expires.map(last -> new Exemption(id, resources, place, rules, reason, owner, last))
                : Optional.empty();
    }

    private static void noteIfAboutEverything(Fields fields, Set<NamePattern> resources) {
        if (fields.has("resources") && fields.isEmptyList("resources")) {
            fields.problem("resources", "an empty list; name resources by their full ids, or leave it out");
        }
        if (resources.stream().anyMatch(NamePattern::fitsEverything)) {
            fields.problem("resources", "would exempt every resource; name a part of their ids, or a place");
        }
    }

    private Set<RuleId> rules(Fields fields) {
        Set<RuleId> rules = new LinkedHashSet<>();
        if (fields.isEmptyList("rules")) {
            fields.problem("rules", "missing or empty; name the rules by their ids, or write [\"all\"]");
        }
        fields.eachText("rules", (text, at) -> {
            if (text.isBlank() || !(text.equals("all") || ruleIds.contains(text))) {
                fields.problemAt(at, "no rule has this id" + Fields.suggestion(text, ruleIds));
            } else if (!text.equals("all")) {
                rules.add(new RuleId(text));
            } else if (fields.node("rules").size() > 1) {
                fields.problemAt(at, "stands for every rule; take the others out");
            }
        });
        return rules;
    }
}
