package io.tagcompliance.server.cli;

import io.tagcompliance.core.check.ExplainVerdict.Answer;
import io.tagcompliance.core.check.Validation;
import io.tagcompliance.core.evaluation.FoundKey;
import io.tagcompliance.core.evaluation.RuleOutcome;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.evaluation.Waiver;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.policy.RuleWords;
import io.tagcompliance.server.tool.SafeText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Prints an explanation for a person. */
final class ExplanationReport {
    private final PrintWriter out;
    private final PrintWriter err;

    ExplanationReport(Console console) {
        this.out = console.out();
        this.err = console.err();
    }

    ExitCode print(Answer answer) {
        return switch (answer) {
            case Answer.Explained explained -> print(explained);
            case Answer.NotThere notThere -> notThere(notThere.why());
        };
    }

    private ExitCode notThere(Validation why) {
        err.println("tag-compliance: "
                + switch (why) {
                    case Validation.Absent absent -> "there is no such resource in the estate";
                    case Validation.Unreadable unreadable -> words(unreadable.failure());
                    case Validation.NoIdentifier none -> none.reason();
                    case Validation.Evaluated evaluated -> throw new IllegalStateException("it was evaluated");
                    case Validation.WouldBe proposal -> throw new IllegalStateException("it is no proposal");
                });
        return why instanceof Validation.Unreadable ? ExitCode.NOT_ALL_READABLE : ExitCode.WRONG_USE;
    }

    private static String words(ReadFailure failure) {
        return failure.kind().label() + " (" + failure.operation() + "): " + failure.remedy();
    }

    private ExitCode print(Answer.Explained explained) {
        out.println(SafeText.line(explained.resource().id().text()));
        out.println("  " + verdict(explained.explanation().verdict()) + ", by policy "
                + explained.policy().policy().header().version() + " ("
                + explained.policy().origin() + ")");
        explained.explanation().rules().forEach(this::print);
        if (explained.explanation().verdict() instanceof Verdict.Judged judged) {
            judged.violations().stream()
                    .filter(Violation.OfNaming.class::isInstance)
                    .forEach(breach -> failed(breach));
        }
        return explained.explanation().verdict() instanceof Verdict.NotEvaluated
                ? ExitCode.NOT_ALL_READABLE
                : ExitCode.FINE;
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NotApplicable none -> "no rule demands anything of it";
            case Verdict.NotEvaluated unknown -> "not evaluated: " + words(unknown.failure());
            case Verdict.Judged judged when judged.exempt() -> "exempt";
            case Verdict.Judged judged -> judged.compliant() ? "compliant" : "not compliant";
        };
    }

    private void print(RuleOutcome outcome) {
        switch (outcome) {
            case RuleOutcome.Passed passed ->
                line(
                        "pass",
                        passed.rule().id().text(),
                        passed.rule().subject(),
                        passed.because().words());
            case RuleOutcome.NotEvaluated unknown ->
                line("?", unknown.rule().id().text(), unknown.rule().subject(), "its tags could not be read");
            case RuleOutcome.Failed failed -> failed.violations().forEach(this::failed);
            case RuleOutcome.Waived waived -> waived.waivers().forEach(this::waived);
        }
    }

    private void failed(Violation violation) {
        line(violation.severity().label(), violation.rule().text(), subject(violation), violation.issue());
        found(violation).ifPresent(found -> out.println("           found: " + found));
        out.println("           fix: " + fix(violation));
        List.of(violation.text().message(), violation.text().link()).stream()
                .filter(text -> !text.isEmpty())
                .forEach(text -> out.println("           " + SafeText.line(text)));
    }

    private void waived(Waiver waiver) {
        Violation violation = waiver.violation();
        String why = switch (waiver) {
            case Waiver.InGrace grace -> "in grace until " + grace.until();
            case Waiver.Exempted exempted ->
                "exempt by '" + exempted.exemption().id() + "' ("
                        + exempted.exemption().owner() + ", until "
                        + exempted.exemption().expires() + "): "
                        + exempted.exemption().reason();
        };
        line("waived", violation.rule().text(), subject(violation), violation.issue() + ", " + why);
    }

    /** The key that a rule names, or a stranger's. */
    private static String subject(Violation violation) {
        return switch (violation) {
            case Violation.OfTagRule ofRule -> ofRule.tag();
            case Violation.ConditionNotMet notMet -> notMet.tag();
            case Violation.ProhibitedKey prohibited -> shown(prohibited.tag());
            case Violation.OfNaming ofNaming -> shown(ofNaming.tag());
        };
    }

    private void line(String outcome, String rule, String tag, String why) {
        out.printf("  %-8s %s (%s): %s%n", outcome, rule, tag, why);
    }

    /** What is there: a stranger's text, quoted, on a line of its own. */
    private static Optional<String> found(Violation violation) {
        return switch (violation) {
            case Violation.MissingTag missing -> Optional.empty();
            case Violation.WrongKeyCase wrong -> Optional.of("the key " + shown(wrong.foundKey()));
            case Violation.KnownAlias alias -> Optional.of("the key " + shown(alias.foundKey()));
            case Violation.InvalidValue invalid -> Optional.of(shown(invalid.value()));
            case Violation.InvalidFormat invalid -> Optional.of(shown(invalid.value()));
            case Violation.ConditionNotMet notMet -> found(notMet.found());
            case Violation.ProhibitedKey prohibited -> Optional.of("the key " + shown(prohibited.tag()));
            case Violation.OfNaming ofNaming -> Optional.of("the key " + shown(ofNaming.tag()));
        };
    }

    private static Optional<String> found(FoundKey found) {
        return switch (found) {
            case FoundKey.Exact exact -> Optional.of(shown(exact.value()));
            case FoundKey.Variant variant -> Optional.of("the key " + shown(variant.key()));
            case FoundKey.Missing missing -> Optional.empty();
        };
    }

    /** In words of the policy alone. */
    private static String fix(Violation violation) {
        return switch (violation) {
            case Violation.MissingTag missing ->
                "set it: " + RuleWords.of(missing.demand().demand());
            case Violation.WrongKeyCase wrong -> "rename the key to " + wrong.tag();
            case Violation.KnownAlias alias -> "rename the key to " + alias.tag();
            case Violation.InvalidValue invalid ->
                "change the value"
                        + invalid.closestAllowedValue()
                                .map(value -> " to " + value + ", if that is meant")
                                .orElse("")
                        + ": " + RuleWords.of(invalid.demand().demand());
            case Violation.InvalidFormat invalid ->
                "change the value: " + RuleWords.of(invalid.demand().demand());
            case Violation.ConditionNotMet notMet ->
                RuleWords.of(notMet.demand().then()) + ", since "
                        + RuleWords.of(notMet.demand().when());
            case Violation.ProhibitedKey prohibited ->
                "take the key away; none may be like " + prohibited.demand().key();
            case Violation.NamingBreach breach -> "rename the key; its characters or its beginning are not allowed";
            case Violation.LimitExceeded exceeded -> "shorten it to " + exceeded.limit() + " characters";
        };
    }

    /** Texts of strangers, with what a terminal would obey made visible. */
    private static String shown(String raw) {
        return '"' + SafeText.line(raw) + '"';
    }
}
