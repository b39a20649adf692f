package io.tagcompliance.server.tool;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.ShowTaggingPolicy.Question;
import io.tagcompliance.core.check.ShowTaggingPolicy.Rules;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.answer.PolicyAnswer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code get_tagging_policy}: what are the rules? */
final class PolicyTool {
    static final String NAME = "get_tagging_policy";

    private static final String DESCRIPTION = """
            Shows the tagging policy in force: use it before asking for fixes, or to explain a violation.
            Returns version, source, required, optional and prohibited tags with values and scopes, conditions, exemptions and \
            naming rules. Up to 7 KB; rows beyond the limit come with next_cursor.
            Asks no cloud. With resource_type and account_id, only the rules that hold there.""";

    private static final Parameter<Optional<String>> TYPE =
            Kinds.text("resource_type", "Only the rules for this type, as the cloud spells it: ec2:instance");
    private static final Parameter<Optional<String>> TAG =
            Kinds.text("tag", "Only the rules for this key, in any case");
    private static final Parameter<Optional<String>> ACCOUNT =
            Kinds.text("account_id", "Only the rules that may hold in this account, subscription or project");

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
                Parameters.of(TYPE, TAG, ACCOUNT, Paging.DETAIL, Paging.LIMIT, Paging.CURSOR),
                PolicyAnswer.class,
                Hints.READS_SETTINGS,
                new PolicyTool(compliance, cursors)::call);
    }

    private Answer call(Arguments arguments, CallContext context) {
        Paging paging = Paging.of(cursors, NAME, arguments, context);
        Rules all = compliance.get().policy().show(question(arguments));
        Rules rules = arguments.get(TAG).map(TagKey::new).map(all::about).orElse(all);
        List<PolicyRows.Row> rows = PolicyRows.of(rules);
        String version = Integer.toHexString(rules.policy().policy().hashCode());
        Cursors.Position from = paging.from(version);
        return new Answer(
                paging.fit(rows, from, (shown, next) -> Json.tree(PolicyRows.answer(rules, rows.size(), shown, next))),
                text(rules));
    }

    private static Question question(Arguments arguments) {
        Optional<String> account = arguments.get(ACCOUNT);
        if (arguments.get(TYPE).isPresent()) {
            return ofType(arguments.get(TYPE).get(), new Place(account.orElse(""), "", "", ""));
        }
        return account.<Question>map(Question.OfAccount::new).orElseGet(Question.Everything::new);
    }

    private static Question ofType(String name, Place place) {
        ResourceType type = TypeCatalogue.canonical(new ResourceType(name.substring(0, Math.min(200, name.length()))));
        Cloud cloud = TypeCatalogue.cloudOf(type)
                .orElseThrow(() -> Kinds.unknown(
                        "resource_type",
                        name,
                        TypeCatalogue.types().stream().map(ResourceType::name).toList()));
        return new Question.OfType(cloud, type, place);
    }

    private static String text(Rules rules) {
        return "Policy version %s (%s): %d required and %d optional tags, %d conditions, %d prohibited keys, %d exemptions.%s"
                .formatted(
                        rules.policy().policy().header().version(),
                        rules.policy().origin(),
                        rules.required().size(),
                        rules.optional().size(),
                        rules.conditional().size(),
                        rules.prohibited().size(),
                        rules.exemptions().size(),
                        rules.required().stream()
                                .map(rule -> "\nrequired: " + rule.key().text())
                                .limit(20)
                                .reduce("", String::concat));
    }
}
