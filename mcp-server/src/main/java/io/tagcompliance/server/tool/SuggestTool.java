package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.advice.Abstention;
import io.tagcompliance.core.advice.Advice;
import io.tagcompliance.core.advice.SuggestRequest;
import io.tagcompliance.core.advice.TagSuggestions;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.server.document.Counted;
import io.tagcompliance.server.tool.SuggestionRows.Bundle;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.answer.SuggestAnswer;
import io.tagcompliance.server.tool.answer.SuggestAnswer.ResultRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code suggest_tags}: what should the missing tags be? */
final class SuggestTool {
    static final String NAME = "suggest_tags";

    private static final String DESCRIPTION = """
            Suggests values for missing or wrong tags of single resources, by full id: use it for 'what should the tags of this \
            be' and before fixing violations.
            Returns suggestions with confidence, evidence and alternatives, and the keys that it abstains from, with why. \
            Up to 7 KB; resources beyond the limit come with next_cursor.
            Confidence is measured on this estate, as a lower bound. An abstention means nobody knows: don't guess, ask the \
            owner. At most 100; writes nothing.""";

    private static final Parameter<Optional<String>> ID = Kinds.text("resource_arn", "Full id, of any cloud");
    private static final Parameter<List<String>> IDS =
            Kinds.anyTexts("resource_arns", SuggestRequest.MOST, "Several of them, in place of resource_arn");
    private static final Parameter<List<String>> KEYS = Kinds.texts(
            "tag_keys",
            50,
            "Left out: the keys that the policy or a condition of it requires and that the resource lacks or has wrong");

    private final Supplier<TagCompliance> compliance;
    private final Cursors cursors;

    private SuggestTool(Supplier<TagCompliance> compliance, Cursors cursors) {
        this.compliance = compliance;
        this.cursors = cursors;
    }

    static Tool of(Supplier<TagCompliance> compliance, Cursors cursors) {
        return new Tool(
                NAME,
                "Suggest tags",
                DESCRIPTION,
                Parameters.of(ID, IDS, KEYS, EstateArguments.FRESH, Paging.DETAIL, Paging.LIMIT, Paging.CURSOR),
                SuggestAnswer.class,
                Hints.READS_THE_WORLD,
                new SuggestTool(compliance, cursors)::call);
    }

    private Answer call(Arguments arguments, CallContext context) throws InterruptedException {
        Paging paging = Paging.of(cursors, NAME, arguments, context);
        SuggestRequest request = new SuggestRequest(
                ids(arguments),
                arguments.get(KEYS).stream().map(TagKey::new).toList(),
                Set.of(),
                EstateArguments.freshness(arguments));
        TagSuggestions found = compliance.get().suggestions().suggest(request, context.patience());
        refuseSlips(arguments.get(KEYS), found);
        ObjectNode structured = paging.fit(
                found.resources(),
                SuggestionRows::of,
                paging.from(found.facts().scan().text()),
                (bundles, next) -> answer(found, bundles, next));
        return new Answer(structured, text(found));
    }

    /** A key that nothing here has, nor the policy, and that is near one which the policy has, is asked about by mistake. */
    private void refuseSlips(List<String> keys, TagSuggestions found) {
        Slips slips = Slips.against(compliance.get());
        keys.stream()
                .filter(key -> isNowhere(new TagKey(key), found))
                .forEach(key -> slips.refuse(
                        key,
                        KEYS.name() + "[" + keys.indexOf(key) + "]",
                        "nothing that could tell a value has this key"));
    }

    private static boolean isNowhere(TagKey key, TagSuggestions found) {
        List<Advice.Given> given = found.resources().stream()
                .filter(Advice.Given.class::isInstance)
                .map(Advice.Given.class::cast)
                .toList();
        return !given.isEmpty()
                && given.stream()
                        .allMatch(advice -> advice.abstained().stream()
                                .anyMatch(one -> one.key().equals(key) && one.why() == Abstention.Why.NO_EVIDENCE));
    }

    private static List<String> ids(Arguments arguments) {
        List<String> several = arguments.get(IDS);
        Optional<String> one = arguments.get(ID);
        if (several.isEmpty() == one.isEmpty()) {
            throw RefusalException.invalid(
                    "resource_arn", "give either resource_arn or resource_arns, with one at least");
        }
        return one.map(List::of).orElse(several);
    }

    private static ObjectNode answer(TagSuggestions found, List<Bundle> bundles, Optional<String> next) {
        List<ResultRow> results = bundles.stream().map(Bundle::result).toList();
        return Json.tree(new SuggestAnswer(
                results,
                bundles.stream().flatMap(one -> one.suggestions().stream()).toList(),
                bundles.stream().flatMap(one -> one.abstained().stream()).toList(),
                found.resources().size(),
                next.orElse(null),
                nullReasons(results),
                Provenances.of(found.facts())));
    }

    private static Map<String, String> nullReasons(List<ResultRow> results) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (results.stream().anyMatch(row -> row.exists() == null)) {
            reasons.put("exists", "see the reason of the row");
        }
        if (results.stream().anyMatch(row -> row.resourceType() == null)) {
            reasons.put("resource_type", "the resource was not found");
        }
        return reasons;
    }

    private static String text(TagSuggestions found) {
        int suggested = 0;
        int abstained = 0;
        int notFound = 0;
        for (Advice advice : found.resources()) {
            if (advice instanceof Advice.Given given) {
                suggested += given.suggestions().size();
                abstained += given.abstained().size();
            } else {
                notFound++;
            }
        }
        return "%s suggested, %d abstained from, since nobody knows them; %d of %s not found.\n%s"
                .formatted(
                        Counted.of(suggested, "tag"),
                        abstained,
                        notFound,
                        Counted.of(found.resources().size(), "resource"),
                        Figure.provenance(found.facts()));
    }
}
