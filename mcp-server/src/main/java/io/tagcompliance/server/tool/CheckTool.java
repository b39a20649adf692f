package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.Keep;
import io.tagcompliance.core.check.ResourceViolations;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.answer.CheckAnswer;
import io.tagcompliance.server.tool.answer.CheckAnswer.ViolatorRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code check_tag_compliance}: does the estate follow the policy? */
final class CheckTool {
    static final String NAME = "check_tag_compliance";

    private static final String DESCRIPTION = """
            Checks cloud resources against the tagging policy: use it for 'how compliant are we' and 'what breaks the rules'.
            Returns the score, counts, violations (dearest first where a bill is known, else worst first), figures by type, account, Region, tag and cloud. \
            Up to 7 KB; rows beyond the limit come with next_cursor.
            The score is null where part of the estate could not be read; gaps say why. \
            A first scan may take a minute, later calls use it for some minutes.""";

    private static final RowFields FIELDS = RowFields.of("violations", ViolatorRow.class);
    static final Parameter<Severities> SEVERITY =
            Kinds.choice("severity", Severities.ALL, "Which violations are listed; never changes counts or score");

    private static final Parameter<BigDecimal> LEAST_COST =
            Kinds.amount("min_monthly_cost", "List only resources that cost that much a month; needs a bill");
    private static final Parameter<Boolean> STORE = Kinds.flag(
            "store_snapshot", "Keep every resource for get_violation_history and detect_tag_drift; else once a day");

    private final Supplier<TagCompliance> compliance;
    private final Cursors cursors;

    private CheckTool(Supplier<TagCompliance> compliance, Cursors cursors) {
        this.compliance = compliance;
        this.cursors = cursors;
    }

    static Tool of(Supplier<TagCompliance> compliance, Cursors cursors) {
        return new Tool(
                NAME,
                "Check tag compliance",
                DESCRIPTION,
                Parameters.of(
                        EstateArguments.CLOUD,
                        EstateArguments.TYPES,
                        EstateArguments.FILTERS,
                        SEVERITY,
                        LEAST_COST,
                        EstateArguments.FRESH,
                        STORE,
                        FIELDS.parameter(),
                        Paging.DETAIL,
                        Paging.LIMIT,
                        Paging.CURSOR),
                CheckAnswer.class,
                Hints.READS_THE_WORLD,
                new CheckTool(compliance, cursors)::call);
    }

    /** Which violations are listed. */
    enum Severities {
        ERRORS_ONLY,
        WARNINGS_ONLY,
        ALL;

        Set<Severity> listed() {
            return switch (this) {
                case ERRORS_ONLY -> Set.of(Severity.ERROR);
                case WARNINGS_ONLY -> Set.of(Severity.WARNING);
                case ALL -> Set.of(Severity.values());
            };
        }
    }

    private Answer call(Arguments arguments, CallContext context) throws InterruptedException {
        Paging paging = Paging.of(cursors, NAME, arguments, context).keeping(FIELDS.kept(arguments));
        CheckRequest request = new CheckRequest(
                new EstateArguments(compliance.get()).filter(arguments, List.of()),
                arguments.get(SEVERITY).listed(),
                EstateArguments.freshness(arguments),
                arguments.get(STORE) ? Keep.WITH_RESOURCES : Keep.AS_USUAL,
                arguments.get(LEAST_COST));
        ComplianceCheck check = compliance.get().check().check(request, context.patience());
        Costs.require(check.spend(), arguments.get(LEAST_COST), LEAST_COST.name());
        Cursors.Position from = paging.from(Costs.order(check.facts(), check.spend()));
        CheckAnswers answers = new CheckAnswers(check, Paging.parts(arguments, context.room()));
        ObjectNode structured =
                paging.fit(check.violations(), found -> row(found, context.room()), from, answers::with);
        return new Answer(structured, text(check));
    }

    private static ViolatorRow row(ResourceViolations found, Room room) {
        Resource resource = found.resource();
        SafeText id = SafeText.of(resource.id().text());
        SafeText name = SafeText.of(resource.name());
        return new ViolatorRow(
                id.text(),
                SafeText.of(resource.type().name()).text(),
                SafeText.of(resource.location().account().text()).text(),
                SafeText.of(resource.location().region().text()).text(),
                name.text(),
                Rows.onlyIfTrue(id.escaped() || name.escaped()),
                Rows.violations(found.violations(), room),
                Rows.totalIfCut(found.violations().size(), room),
                Costs.amount(found.cost()));
    }

    /** Ids are strangers' text, so they stand on lines of their own, as JSON, and values not at all. */
    private static String text(ComplianceCheck check) {
        StringBuilder text = new StringBuilder(Figure.sentence(check.figures()));
        text.append('\n').append(Figure.provenance(check.facts()));
        List<ResourceViolations> first = check.violations().stream().limit(2).toList();
        if (!first.isEmpty()) {
            text.append("\nThe worst of ")
                    .append(check.violations().size())
                    .append(" (rules that each fails, the first three):");
            first.forEach(found -> text.append('\n').append(line(found)));
        }
        return text.toString();
    }

    private static String line(ResourceViolations found) {
        ObjectNode line = Json.object();
        line.put("resource_id", SafeText.line(found.resource().id().text()));
        found.violations().stream()
                .limit(3)
                .forEach(violation ->
                        line.withArray("rules").add(violation.rule().text()));
        return Json.text(line);
    }
}
