package io.tagcompliance.server.tool;

import io.tagcompliance.core.advice.Abstention;
import io.tagcompliance.core.advice.Advice;
import io.tagcompliance.core.advice.Evidence;
import io.tagcompliance.core.advice.EvidenceClass;
import io.tagcompliance.core.advice.TagSuggestion;
import io.tagcompliance.core.advice.TagSuggestion.Alternative;
import io.tagcompliance.server.tool.answer.SuggestAnswer.AbstainedRow;
import io.tagcompliance.server.tool.answer.SuggestAnswer.AlternativeRow;
import io.tagcompliance.server.tool.answer.SuggestAnswer.EvidenceRow;
import io.tagcompliance.server.tool.answer.SuggestAnswer.ResultRow;
import io.tagcompliance.server.tool.answer.SuggestAnswer.SuggestionRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shapes advice for answers. */
final class SuggestionRows {
    private SuggestionRows() {}

    /** All rows about one resource, which stay on one page. */
    record Bundle(ResultRow result, List<SuggestionRow> suggestions, List<AbstainedRow> abstained) {}

    static Bundle of(Advice advice) {
        return switch (advice) {
            case Advice.Given given -> of(given);
            case Advice.Absent absent ->
                nothing(absent.id().text(), false, "the scan read everything in scope, and there is no such resource");
            case Advice.Unknown unknown -> nothing(unknown.id().text(), null, "not among what could be read; see gaps");
            case Advice.NoIdentifier none -> nothing(none.text(), null, none.reason());
        };
    }

    private static Bundle of(Advice.Given given) {
        SafeText id = SafeText.of(given.resource().id().text());
        ResultRow result = new ResultRow(
                id.text(),
                SafeText.of(given.resource().type().name()).text(),
                true,
                given.suggestions().size(),
                given.abstained().size(),
                Rows.onlyIfTrue(id.escaped()),
                given.suggestions().isEmpty() && given.abstained().isEmpty()
                        ? "it lacks no tag that the policy requires of it"
                        : null);
        return new Bundle(
                result,
                given.suggestions().stream()
                        .map(suggestion -> row(id.text(), suggestion))
                        .toList(),
                given.abstained().stream()
                        .map(abstention -> row(id.text(), abstention))
                        .toList());
    }

    private static Bundle nothing(String raw, @Nullable Boolean exists, String reason) {
        SafeText id = SafeText.of(raw);
        ResultRow result = new ResultRow(id.text(), null, exists, 0, 0, Rows.onlyIfTrue(id.escaped()), reason);
        return new Bundle(result, List.of(), List.of());
    }

    private static AbstainedRow row(String id, Abstention abstention) {
        SafeText key = SafeText.of(abstention.key().text());
        return new AbstainedRow(
                id, key.text(), abstention.why().label(), abstention.why().words(), Rows.onlyIfTrue(key.escaped()));
    }

    private static SuggestionRow row(String id, TagSuggestion suggestion) {
        SafeText key = SafeText.of(suggestion.key().text());
        SafeText value = SafeText.of(suggestion.value());
        boolean escaped = Stream.concat(
                        Stream.of(key, value),
                        Stream.concat(
                                suggestion.alternatives().stream().map(one -> SafeText.of(one.value())),
                                suggestion.evidence().stream().map(one -> SafeText.of(one.by()))))
                .anyMatch(SafeText::escaped);
        return new SuggestionRow(
                id,
                key.text(),
                value.text(),
                Figure.rounded(suggestion.confidence()),
                reasoning(suggestion.evidence().getFirst()),
                suggestion.evidence().stream().map(SuggestionRows::row).toList(),
                suggestion.alternatives().stream().map(SuggestionRows::row).toList(),
                Rows.onlyIfTrue(escaped));
    }

    private static EvidenceRow row(Evidence evidence) {
        return new EvidenceRow(
                evidence.kind().label(),
                evidence.by().isEmpty() ? null : SafeText.of(evidence.by()).text(),
                evidence.votes(),
                evidence.of(),
                Figure.rounded(evidence.precision().right()),
                evidence.precision().trials());
    }

    private static AlternativeRow row(Alternative alternative) {
        return new AlternativeRow(
                SafeText.of(alternative.value()).text(),
                alternative.kind().label(),
                alternative.votes(),
                alternative.of());
    }

    /** Of our own words and numbers alone. */
    private static String reasoning(Evidence evidence) {
        return String.format(
                Locale.ROOT,
                "%d of %d votes of %s; where evidence like this could be checked here, it was right in %d cases of %d.",
                evidence.votes(),
                evidence.of(),
                voters(evidence.kind()),
                (int) evidence.precision().right(),
                evidence.precision().trials());
    }

    private static String voters(EvidenceClass kind) {
        return switch (kind) {
            case HARD_LINK -> "resources with the same stack, group or parent";
            case PARENT_TAGS -> "its account or resource group itself";
            case RESOURCE_GROUP -> "the others in its resource group";
            case ACCOUNT -> "the others in its account";
            case CREATOR -> "resources of the same creator";
            case CO_OCCURRENCE -> "those in its account that share another tag with it";
            case CO_OCCURRENCE_ELSEWHERE -> "other accounts that know another tag of it";
            case NEIGHBOURS -> "those of its type in its account";
            case NAME -> "those in its account whose names share a whole word with its own";
            case NAME_ELSEWHERE -> "other accounts that know a whole word of its name";
        };
    }
}
