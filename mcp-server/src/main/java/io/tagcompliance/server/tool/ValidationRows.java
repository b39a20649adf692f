package io.tagcompliance.server.tool;

import io.tagcompliance.core.check.Validation;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.evaluation.Waiver;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.answer.ValidationAnswer.ResultRow;
import io.tagcompliance.server.tool.answer.ValidationAnswer.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shapes validations for answers. */
final class ValidationRows {
    private static final String EVALUATED = "evaluated";
    private static final String NOT_APPLICABLE = "not_applicable";
    private static final String NOT_EVALUATED = "not_evaluated";
    private static final String ABSENT = "absent";
    private static final String UNREADABLE = "unreadable";
    private static final String NOT_AN_IDENTIFIER = "not_an_identifier";

    private ValidationRows() {}

    /** The resource that a row is about, as far as it is known. */
    private record Subject(
            @Nullable String id,
            @Nullable String type,
            @Nullable Boolean exists) {}

    static ResultRow row(Validation validation, Room room) {
        return switch (validation) {
            case Validation.Evaluated evaluated ->
                judged(
                        new Subject(
                                evaluated.resource().id().text(),
                                evaluated.resource().type().name(),
                                true),
                        evaluated.verdict(),
                        room);
            case Validation.WouldBe wouldBe ->
                judged(new Subject(null, wouldBe.proposal().type().name(), null), wouldBe.verdict(), room);
            case Validation.Absent absent ->
                unjudged(new Subject(absent.id().text(), null, false), ABSENT, "there is no such resource");
            case Validation.Unreadable unreadable ->
                unjudged(new Subject(unreadable.id().text(), null, null), UNREADABLE, words(unreadable.failure()));
            case Validation.NoIdentifier none ->
                unjudged(new Subject(none.text(), null, null), NOT_AN_IDENTIFIER, none.reason());
        };
    }

    private static ResultRow judged(Subject subject, Verdict verdict, Room room) {
        return switch (verdict) {
            case Verdict.NotApplicable none ->
                unjudged(subject, NOT_APPLICABLE, "no rule of the policy applies to this type");
            case Verdict.NotEvaluated unknown -> unjudged(subject, NOT_EVALUATED, words(unknown.failure()));
            case Verdict.Judged judged -> judged(subject, judged, room);
        };
    }

    private static ResultRow judged(Subject subject, Verdict.Judged judged, Room room) {
        return new ResultRow(
                shown(subject.id()),
                shown(subject.type()),
                EVALUATED,
                subject.exists(),
                judged.compliant(),
                Rows.violations(judged.violations(), room),
                Rows.totalIfCut(judged.violations().size(), room),
                escaped(subject.id()),
                exemption(judged),
                inGrace(judged),
                null);
    }

    private static @Nullable String exemption(Verdict.Judged judged) {
        return judged.waivers().stream()
                .filter(Waiver.Exempted.class::isInstance)
                .map(waiver -> ((Waiver.Exempted) waiver).exemption().id())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable List<String> inGrace(Verdict.Judged judged) {
        List<String> tags = judged.waivers().stream()
                .filter(Waiver.InGrace.class::isInstance)
                .map(waiver -> waiver.violation().tag())
                .toList();
        return tags.isEmpty() ? null : tags;
    }

    private static ResultRow unjudged(Subject subject, String status, String reason) {
        return new ResultRow(
                shown(subject.id()),
                shown(subject.type()),
                status,
                subject.exists(),
                null,
                List.of(),
                null,
                escaped(subject.id()),
                null,
                null,
                reason);
    }

    private static String words(ReadFailure failure) {
        return failure.kind().label() + " (" + failure.operation() + "): " + failure.remedy();
    }

    private static @Nullable String shown(@Nullable String raw) {
        return raw == null ? null : SafeText.of(raw).text();
    }

    private static @Nullable Boolean escaped(@Nullable String raw) {
        return raw == null ? null : Rows.onlyIfTrue(SafeText.of(raw).escaped());
    }

    static Summary summary(List<ResultRow> rows) {
        return new Summary(
                rows.size(),
                (int) rows.stream()
                        .filter(row -> Boolean.TRUE.equals(row.compliant()))
                        .count(),
                (int) rows.stream()
                        .filter(row -> Boolean.FALSE.equals(row.compliant()))
                        .count(),
                count(rows, NOT_APPLICABLE),
                count(rows, ABSENT),
                count(rows, UNREADABLE) + count(rows, NOT_EVALUATED),
                count(rows, NOT_AN_IDENTIFIER));
    }

    private static int count(List<ResultRow> rows, String status) {
        return (int) rows.stream().filter(row -> row.status().equals(status)).count();
    }
}
