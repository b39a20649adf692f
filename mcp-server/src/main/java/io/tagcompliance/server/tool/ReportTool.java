package io.tagcompliance.server.tool;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.report.ComplianceReport;
import io.tagcompliance.core.report.ReportRequest;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.server.document.DocumentFormat;
import io.tagcompliance.server.handout.Handout;
import io.tagcompliance.server.handout.Handouts;
import io.tagcompliance.server.tool.ReportAnswers.Advice;
import io.tagcompliance.server.tool.ReportAnswers.Audience;
import io.tagcompliance.server.tool.ReportAnswers.Wanted;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.answer.ReportAnswer;
import io.tagcompliance.server.tool.answer.ReportAnswer.DocumentRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** {@code generate_compliance_report}: something to show to other people. */
final class ReportTool {
    static final String NAME = "generate_compliance_report";

    private static final String DESCRIPTION = """
            Makes a report to hand on: score, money without an owner, trend, teams, and recommendations ranked by money, each \
            with the step to take and the resources it touches.
            Formats: json (the answer itself), csv, markdown, html (stands alone, with charts, for screen and print). Files \
            come as a resource link that only this client can read for a day; short ones with their content.
            audience=executive is short; engineering lists rules and resources. Up to 8 KB. A first scan may take a minute.""";

    private static final Parameter<Format> FORMAT = Kinds.choice("format", Format.JSON, "How the report is written");
    private static final Parameter<Audience> AUDIENCE = Kinds.choice("audience", Audience.EXECUTIVE, "Who reads it");
    private static final Parameter<Optional<Boolean>> RECOMMENDATIONS =
            Kinds.optionalFlag("include_recommendations", "Whether it says what to do; true if left out");

    /** A document that is longer is not repeated in the answer. */
    private static final int LONGEST_CONTENT = 3_000;

    private final Supplier<TagCompliance> compliance;
    private final Handouts handouts;
    private final UnaryOperator<String> digest;

    private ReportTool(Supplier<TagCompliance> compliance, Handouts handouts, UnaryOperator<String> digest) {
        this.compliance = compliance;
        this.handouts = handouts;
        this.digest = digest;
    }

    static Tool of(Supplier<TagCompliance> compliance, Handouts handouts, UnaryOperator<String> digest) {
        return new Tool(
                NAME,
                "Compliance report",
                DESCRIPTION,
                Parameters.of(
                        FORMAT,
                        AUDIENCE,
                        RECOMMENDATIONS,
                        PersonalData.MASK,
                        EstateArguments.CLOUD,
                        EstateArguments.TYPES,
                        EstateArguments.FILTERS,
                        EstateArguments.FRESH),
                ReportAnswer.class,
                Hints.READS_THE_WORLD,
                new ReportTool(compliance, handouts, digest)::call);
    }

    /** What is made of a report: the answer alone, or a document beside it. */
    enum Format {
        JSON,
        CSV,
        MARKDOWN,
        HTML;

        Optional<DocumentFormat> document() {
            return switch (this) {
                case JSON -> Optional.empty();
                case CSV -> Optional.of(DocumentFormat.CSV);
                case MARKDOWN -> Optional.of(DocumentFormat.MARKDOWN);
                case HTML -> Optional.of(DocumentFormat.HTML);
            };
        }
    }

    private Answer call(Arguments arguments, CallContext context) throws InterruptedException {
        ReportRequest request = new ReportRequest(
                new EstateArguments(compliance.get()).filter(arguments, List.of()),
                arguments.get(EstateArguments.FRESH) ? Freshness.READ_NOW : Freshness.REMEMBERED_WILL_DO);
        ComplianceReport report = compliance.get().report().generate(request, context.patience());
        Advice advice = arguments.get(RECOMMENDATIONS).orElse(true) ? Advice.WITH_RECOMMENDATIONS : Advice.FIGURES_ONLY;
        ReportAnswers answers = new ReportAnswers(
                report,
                new Wanted(
                        arguments.get(AUDIENCE),
                        advice,
                        PersonalData.wanted(arguments, digest),
                        EstateArguments.asked(arguments)));
        Optional<DocumentFormat> format = arguments.get(FORMAT).document();
        Optional<DocumentRow> document =
                format.isPresent() ? Optional.of(document(format.get(), answers.whole(), context)) : Optional.empty();
        ReportAnswer answer = context.room() == CallContext.Room.UNCUT && document.isEmpty()
                ? answers.whole()
                : answers.brief(document);
        String where = document.map(row -> "\nThe report is " + row.reportUrl() + " (" + row.fileName() + ").")
                .orElse("");
        return new Answer(
                context.room() == CallContext.Room.UNCUT ? Json.tree(answer) : Shrinking.to(56_000, Json.tree(answer)),
                Figure.sentence(report.check().figures()) + where + "\n"
                        + Figure.provenance(report.check().facts()));
    }

    private DocumentRow document(DocumentFormat format, ReportAnswer whole, CallContext context)
            throws InterruptedException {
        String text = format.write(whole);
        Handouts.Label label = new Handouts.Label(
                Handout.Kind.REPORT,
                format.type().named("compliance-" + whole.audience() + "-" + whole.reportDate()),
                format.type().mime(),
                context.caller());
        HandedOut made = HandedOut.make(handouts, label, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        Handout handout = made.handout();
        return new DocumentRow(
                handout.uri(),
                handout.name(),
                handout.mime(),
                Moments.text(handout.expires()),
                handout.digest().bytes(),
                made.parts(),
                handout.digest().sha256(),
                text.length() <= LONGEST_CONTENT ? text : null);
    }
}
