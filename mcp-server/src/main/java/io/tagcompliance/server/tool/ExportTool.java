package io.tagcompliance.server.tool;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.Keep;
import io.tagcompliance.core.check.ResourceViolations;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.ScanProgress;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.server.document.Counted;
import io.tagcompliance.server.handout.Handout;
import io.tagcompliance.server.handout.Handouts;
import io.tagcompliance.server.table.Cell;
import io.tagcompliance.server.table.TableFormat;
import io.tagcompliance.server.table.TableWriter;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.ViolationTable.Column;
import io.tagcompliance.server.tool.answer.ExportAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** {@code export_violations_csv}: all violations as a file. */
final class ExportTool {
    static final String NAME = "export_violations_csv";

    private static final String DESCRIPTION = """
            Writes every violation to a file, one row for each resource and rule: use it for 'send me the list' and \
            spreadsheets. As CSV, XLSX or JSON, whole however long, with costs where a bill is known.
            Returns a resource link, which only this client can read for a day, with row count and SHA-256; over 16 MiB in \
            parts: the link with /1, /2 behind it. In CSV an apostrophe precedes what could be a formula.
            Coverage says whether everything was read; a first scan may take a minute.""";

    private static final Parameter<TableFormat> FORMAT =
            Kinds.choice("format", TableFormat.CSV, "How the file is written");
    private static final Parameter<List<String>> COLUMNS =
            Kinds.texts("columns", Column.values().length, "Only these columns, in this order; left out: all");
    private static final Parameter<List<String>> RULES = Kinds.texts(
            "rule_ids", 100, "Only what breaks one of these rules of the policy, named as in rule_id; left out: all");
    private static final int TELL_EVERY = 5_000;

    private final Supplier<TagCompliance> compliance;
    private final Handouts handouts;
    private final UnaryOperator<String> digest;

    private ExportTool(Supplier<TagCompliance> compliance, Handouts handouts, UnaryOperator<String> digest) {
        this.compliance = compliance;
        this.handouts = handouts;
        this.digest = digest;
    }

    static Tool of(Supplier<TagCompliance> compliance, Handouts handouts, UnaryOperator<String> digest) {
        return new Tool(
                NAME,
                "Export violations",
                DESCRIPTION,
                Parameters.of(
                        EstateArguments.CLOUD,
                        EstateArguments.TYPES,
                        EstateArguments.FILTERS,
                        CheckTool.SEVERITY,
                        FORMAT,
                        COLUMNS,
                        RULES,
                        PersonalData.MASK,
                        EstateArguments.FRESH),
                ExportAnswer.class,
                Hints.READS_THE_WORLD,
                new ExportTool(compliance, handouts, digest)::call);
    }

    private Answer call(Arguments arguments, CallContext context) throws InterruptedException {
        List<Column> columns = columns(arguments.get(COLUMNS));
        List<String> rules = rules(arguments.get(RULES));
        CheckRequest request = new CheckRequest(
                new EstateArguments(compliance.get()).filter(arguments, List.of()),
                arguments.get(CheckTool.SEVERITY).listed(),
                arguments.get(EstateArguments.FRESH) ? Freshness.READ_NOW : Freshness.REMEMBERED_WILL_DO,
                Keep.AS_USUAL,
                BigDecimal.ZERO);
        ComplianceCheck check = compliance.get().check().check(request, context.patience());
        TableFormat format = arguments.get(FORMAT);
        Content content =
                new Content(check, new Shape(columns, rules, PersonalData.wanted(arguments, digest)), context);
        HandedOut made = HandedOut.make(handouts, label(check, format, context), out -> content.write(format, out));
        Handout handout = made.handout();
        ExportAnswer answer = answer(made, check, content);
        return new Answer(
                Json.tree(answer),
                "%s of %s: %s (%s, %s bytes, parts: %d, until %s).%s\n%s"
                        .formatted(
                                Counted.of(content.rows, "row"),
                                Counted.of(content.resources, "resource"),
                                handout.uri(),
                                handout.name(),
                                String.format(
                                        Locale.ROOT, "%,d", handout.digest().bytes()),
                                made.parts(),
                                handout.expires(),
                                note(check).map(note -> " " + note).orElse(""),
                                Figure.provenance(check.facts())));
    }

    private static Handouts.Label label(ComplianceCheck check, TableFormat format, CallContext context) {
        LocalDate day = LocalDate.ofInstant(check.facts().asOf(), ZoneOffset.UTC);
        return new Handouts.Label(
                Handout.Kind.EXPORT,
                format.type().named("violations-" + day),
                format.type().mime(),
                context.caller());
    }

    private static List<Column> columns(List<String> names) {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            String path = COLUMNS.name() + "[" + columns.size() + "]";
            columns.add(Arrays.stream(Column.values())
                    .filter(column -> column.label().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> Kinds.unknown(path, name, Column.labels())));
        }
        return columns.isEmpty() ? List.of(Column.values()) : columns;
    }

    /** A rule that isn't there breaks nowhere, which would look like an estate that keeps it. */
    private List<String> rules(List<String> ids) {
        List<String> known =
                compliance.get().policy().ruleIds().stream().map(RuleId::text).toList();
        for (int at = 0; at < ids.size(); at++) {
            if (!known.contains(ids.get(at))) {
                throw Kinds.unknown(RULES.name() + "[" + at + "]", ids.get(at), known);
            }
        }
        return ids;
    }

    /** Which columns and which rules a file has, and what it tells of persons; without rules, those of all. */
    private record Shape(List<Column> columns, List<String> rules, PersonalData people) {
        List<List<Cell>> rows(ResourceViolations found) {
            return new ViolationTable(columns, people)
                    .rows(found, rule -> rules.isEmpty() || rules.contains(rule.text()));
        }
    }

    /** What is written, row by row. Confined to one thread. */
    private static final class Content {
        private final ComplianceCheck check;
        private final Shape shape;
        private final CallContext context;
        private int rows;
        private int resources;

        Content(ComplianceCheck check, Shape shape, CallContext context) {
            this.check = check;
            this.shape = shape;
            this.context = context;
        }

        void write(TableFormat format, OutputStream out) throws IOException, InterruptedException {
            List<String> names = shape.columns().stream().map(Column::label).toList();
            int looked = 0;
            try (TableWriter table = format.open(out, names)) {
                for (ResourceViolations found : check.violations()) {
                    List<List<Cell>> ofResource = shape.rows(found);
                    for (List<Cell> row : ofResource) {
                        table.row(row);
                    }
                    rows += ofResource.size();
                    resources += ofResource.isEmpty() ? 0 : 1;
                    if (++looked % TELL_EVERY == 0) {
                        tell(looked);
                    }
                }
            }
        }

        private void tell(int looked) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            context.patience()
                    .progress()
                    .accept(new ScanProgress(looked, check.violations().size(), looked));
        }
    }

    /** A file without rows looks like an estate without violations. */
    private static Optional<String> note(ComplianceCheck check) {
        return check.figures().counts().total() == 0
                ? Optional.of("The file has no rows: " + Figure.NO_RESOURCE + ".")
                : Optional.empty();
    }

    private static ExportAnswer answer(HandedOut made, ComplianceCheck check, Content content) {
        Handout handout = made.handout();
        Map<String, String> reasons = new LinkedHashMap<>();
        if (check.spend() instanceof CheckSpend.Unknown) {
            Costs.explain(check.spend(), reasons, "cost_impact_monthly");
        }
        return new ExportAnswer(
                handout.uri(),
                handout.name(),
                handout.mime(),
                Moments.text(handout.expires()),
                content.rows,
                content.resources,
                handout.digest().bytes(),
                made.parts(),
                handout.digest().sha256(),
                content.shape.columns().stream().map(Column::label).toList(),
                content.shape.rules(),
                Costs.basis(check.spend()),
                note(check).orElse(null),
                reasons,
                Provenances.of(check.facts()));
    }
}
