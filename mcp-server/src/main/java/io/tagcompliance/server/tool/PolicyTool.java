package io.tagcompliance.server.tool;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.ShowTaggingPolicy.Question;
import io.tagcompliance.core.check.ShowTaggingPolicy.Rules;
import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.answer.PolicyAnswer;
import io.tagcompliance.server.tool.answer.PolicyAnswer.NamingRow;
import io.tagcompliance.server.tool.answer.PolicyAnswer.RuleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code get_tagging_policy}: what are the rules? */
final class PolicyTool {
    static final String NAME = "get_tagging_policy";

    private static final String DESCRIPTION = """
            Shows the tagging policy in force: use it before asking for fixes, or to explain a violation.
            Returns version, source, required and optional tags with their allowed values, patterns and the types that they \
            apply to, and the naming rules. Up to 7 KB; rules beyond the limit come with next_cursor.
            Asks no cloud. With resource_type, only the rules that hold for that type.""";

    private static final int MOST_ALLOWED_VALUES = 20;
    private static final Parameter<Optional<String>> TYPE =
            Kinds.text("resource_type", "Only the rules for this type, as the cloud spells it: ec2:instance");
    private static final Parameter<Optional<String>> TAG =
            Kinds.text("tag", "Only the rules for this key, in any case");

    private final Supplier<TagCompliance> compliance;
    private final Cursors cursors;

    private PolicyTool(Supplier<TagCompliance> compliance, Cursors cursors) {
        this.compliance = compliance;
        this.cursors = cursors;
    }

    static Tool of(Supplier<TagCompliance> compliance, Cursors cursors) {
        return new Tool(
                NAME,
                "Get tagging policy",
                DESCRIPTION,
                Parameters.of(TYPE, TAG, Paging.DETAIL, Paging.LIMIT, Paging.CURSOR),
                PolicyAnswer.class,
                Hints.READS_SETTINGS,
                new PolicyTool(compliance, cursors)::call);
    }

    private Answer call(Arguments arguments, CallContext context) {
        Paging paging = Paging.of(cursors, NAME, arguments, context);
        Rules all = compliance
                .get()
                .policy()
                .show(arguments.get(TYPE).map(PolicyTool::ofType).orElseGet(Question.Everything::new));
        Rules rules = arguments.get(TAG).map(TagKey::new).map(all::about).orElse(all);
        List<RuleRow> rows = new ArrayList<>();
        rules.required().forEach(rule -> rows.add(row(rule)));
        rules.optional().forEach(rule -> rows.add(row(rule)));
        String version = rules.policy().policy().header().version();
        Cursors.Position from = paging.from(version);
        return new Answer(paging.fit(rows, from, (shown, next) -> Json.tree(answer(rules, shown, next))), text(rules));
    }

    private static Question ofType(String name) {
        ResourceType type = TypeCatalogue.canonical(new ResourceType(name.substring(0, Math.min(200, name.length()))));
        Cloud cloud = TypeCatalogue.cloudOf(type)
                .orElseThrow(() -> Kinds.unknown(
                        "resource_type",
                        name,
                        TypeCatalogue.types().stream().map(ResourceType::name).toList()));
        return new Question.OfType(cloud, type);
    }

    private static PolicyAnswer answer(Rules rules, List<RuleRow> shown, Optional<String> nextCursor) {
        TagPolicy policy = rules.policy().policy();
        List<String> requiredIds =
                rules.required().stream().map(rule -> rule.id().text()).toList();
        String lastUpdated = policy.header().lastUpdated();
        return new PolicyAnswer(
                policy.header().version(),
                lastUpdated.isEmpty() ? null : lastUpdated,
                policy.header().name(),
                rules.policy().origin(),
                Provenances.problem(rules.policy().health()),
                policy.scope().stream().map(Cloud::id).toList(),
                rules.required().size() + rules.optional().size(),
                shown.stream().filter(row -> requiredIds.contains(row.id())).toList(),
                shown.stream().filter(row -> !requiredIds.contains(row.id())).toList(),
                List.of(),
                naming(policy.naming()),
                List.of(),
                List.of(),
                nextCursor.orElse(null));
    }

    private static RuleRow row(TagRule rule) {
        List<String> allowed = Rows.allowedValues(rule);
        return new RuleRow(
                rule.id().text(),
                rule.key().text(),
                rule.description(),
                rule.severity().label(),
                allowed.isEmpty()
                        ? null
                        : allowed.stream().limit(MOST_ALLOWED_VALUES).toList(),
                allowed.size() > MOST_ALLOWED_VALUES ? allowed.size() : null,
                Rows.pattern(rule),
                rule.values().stream().allMatch(value -> value.valueCase() == ValueCase.EXACT),
                appliesTo(rule.appliesTo()));
    }

    private static List<String> appliesTo(AppliesTo appliesTo) {
        return switch (appliesTo) {
            case AppliesTo.Everything all -> List.of("all");
            case AppliesTo.Selected selected ->
                selected.selectors().stream().map(PolicyTool::words).toList();
        };
    }

    private static String words(AppliesTo.Selector selector) {
        return switch (selector) {
            case AppliesTo.OfType of -> of.type().name();
            case AppliesTo.OfCategory of -> of.category().label();
            case AppliesTo.OfCloud of -> "all of " + of.cloud();
        };
    }

    private static NamingRow naming(NamingRules naming) {
        return new NamingRow(
                naming.keyCase() == NamingRules.KeyCase.SENSITIVE,
                naming.specialCharacters() == NamingRules.SpecialCharacters.ALLOWED,
                limit(naming.maxKeyLength()),
                limit(naming.maxValueLength()),
                naming.reservedPrefixes());
    }

    private static @Nullable Integer limit(int length) {
        return length == Integer.MAX_VALUE ? null : (Integer) length;
    }

    private static String text(Rules rules) {
        return "Policy version %s (%s): %d required and %d optional tags.%s"
                .formatted(
                        rules.policy().policy().header().version(),
                        rules.policy().origin(),
                        rules.required().size(),
                        rules.optional().size(),
                        rules.required().stream()
                                .map(rule -> "\nrequired: " + rule.key().text())
                                .limit(20)
                                .reduce("", String::concat));
    }
}
