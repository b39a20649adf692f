package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.check.UntaggedRequest;
import io.tagcompliance.core.check.UntaggedRequest.Missing;
import io.tagcompliance.core.check.UntaggedResources;
import io.tagcompliance.core.check.UntaggedResources.Untagged;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.server.document.Counted;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.answer.UntaggedAnswer;
import io.tagcompliance.server.tool.answer.UntaggedAnswer.UntaggedRow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code find_untagged_resources}: what has no tags at all, or lacks a required one? */
final class UntaggedTool {
    static final String NAME = "find_untagged_resources";

    private static final String DESCRIPTION = """
            Finds resources that have no tags at all, lack a tag that the policy requires, or lack given keys; \
            never-tagged ones included.
            Returns the total and the resources, dearest first where a bill is known, else by id, each with its tags and the keys that it lacks. \
            Up to 7 KB; rows beyond the limit come with next_cursor.
            Resources whose tags could not be read are counted as unknown, never as untagged. \
            A first scan may take a minute.""";

    private static final RowFields FIELDS = RowFields.of("untagged_resources", UntaggedRow.class);
    private static final Parameter<List<String>> REGIONS = Kinds.texts("regions", 100, "Same as filters.regions");
    private static final Parameter<Missing> MISSING = new Parameter<>(
            "missing",
            Schema.of(
                    "description",
                    "all_tags (default), any_required, or a list of keys",
                    "anyOf",
                    List.of(
                            Schema.of("type", "string", "enum", List.of("all_tags", "any_required")),
                            Schema.of(
                                    "type",
                                    "array",
                                    "items",
                                    Schema.of("type", "string"),
                                    "minItems",
                                    1,
                                    "maxItems",
                                    50))),
            new Missing.AllTags(),
            UntaggedTool::missing);

    private static final Parameter<BigDecimal> LEAST_COST =
            Kinds.amount("min_cost_threshold", "List only resources that cost that much a month; needs a bill");

    private final Supplier<TagCompliance> compliance;
    private final Cursors cursors;

    private UntaggedTool(Supplier<TagCompliance> compliance, Cursors cursors) {
        this.compliance = compliance;
        this.cursors = cursors;
    }

    static Tool of(Supplier<TagCompliance> compliance, Cursors cursors) {
        return new Tool(
                NAME,
                "Find untagged resources",
                DESCRIPTION,
                Parameters.of(
                        EstateArguments.CLOUD,
                        EstateArguments.TYPES,
                        EstateArguments.FILTERS,
                        REGIONS,
                        MISSING,
                        LEAST_COST,
                        EstateArguments.FRESH,
                        FIELDS.parameter(),
                        Paging.DETAIL,
                        Paging.LIMIT,
                        Paging.CURSOR),
                UntaggedAnswer.class,
                Hints.READS_THE_WORLD,
                new UntaggedTool(compliance, cursors)::call);
    }

    private static Missing missing(JsonNode value, String path) {
        if (value.isTextual() && !value.textValue().startsWith("[")) {
            return switch (value.textValue()) {
                case "all_tags" -> new Missing.AllTags();
                case "any_required" -> new Missing.AnyRequired();
                default -> throw Kinds.unknown(path, value.textValue(), List.of("all_tags", "any_required"));
            };
        }
        List<String> keys = Kinds.strings(value, path, 50);
        if (keys.isEmpty()) {
            throw RefusalException.invalid(path, "must name a key at least, or be all_tags or any_required");
        }
        return new Missing.AnyOf(keys.stream().map(TagKey::new).collect(Collectors.toSet()));
    }

    private Answer call(Arguments arguments, CallContext context) throws InterruptedException {
        Paging paging = Paging.of(cursors, NAME, arguments, context).keeping(FIELDS.kept(arguments));
        UntaggedRequest request = new UntaggedRequest(
                new EstateArguments(compliance.get()).filter(arguments, arguments.get(REGIONS)),
                arguments.get(MISSING),
                EstateArguments.freshness(arguments),
                arguments.get(LEAST_COST));
        UntaggedResources found = compliance.get().untagged().find(request, context.patience());
        Costs.require(found.spend(), arguments.get(LEAST_COST), LEAST_COST.name());
        Cursors.Position from = paging.from(Costs.order(found.facts(), found.spend()));
        ObjectNode structured = paging.fit(
                found.untagged(),
                untagged -> UntaggedRows.row(untagged, found.facts().asOf()),
                from,
                (shown, next) -> answer(found, shown, next));
        return new Answer(structured, text(found));
    }

    private static ObjectNode answer(UntaggedResources found, List<UntaggedRow> rows, Optional<String> nextCursor) {
        return Json.tree(new UntaggedAnswer(
                found.untagged().size(),
                found.looked(),
                found.unknown(),
                Costs.impact(found.spend()),
                Costs.currency(found.spend()),
                rows,
                nextCursor.orElse(null),
                nextCursor.isEmpty()
                        ? ""
                        : "next_cursor gives more rows, fields shorter ones; resource_types and filters narrow",
                nullReasons(found, rows),
                Provenances.of(found.facts())));
    }

    private static Map<String, String> nullReasons(UntaggedResources found, List<UntaggedRow> rows) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (found.spend() instanceof CheckSpend.Unknown) {
            Costs.explain(found.spend(), reasons, "total_cost_impact", "currency");
        }
        if (rows.stream().anyMatch(row -> row.monthlyCost() == null)) {
            Costs.explain(found.spend(), reasons, "monthly_cost");
        }
        if (rows.stream().anyMatch(row -> row.createdAt() == null)) {
            reasons.put("age_days", "the cloud doesn't say when these resources were made");
            reasons.put("created_at", "the cloud doesn't say when these resources were made");
        }
        return reasons;
    }

    private static String text(UntaggedResources found) {
        StringBuilder text = new StringBuilder("Of %s, %d lack what was asked for; the tags of %d could not be read.\n"
                .formatted(
                        Counted.of(found.looked(), "resource"), found.untagged().size(), found.unknown()));
        text.append(Figure.provenance(found.facts()));
        found.untagged().stream().limit(2).forEach(untagged -> text.append('\n').append(line(untagged)));
        return text.toString();
    }

    private static String line(Untagged untagged) {
        return Json.text(Json.object()
                .put("resource_id", SafeText.line(untagged.resource().id().text())));
    }
}
