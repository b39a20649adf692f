package io.tagcompliance.server.tool;

import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.Counts;
import io.tagcompliance.core.check.Score;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.report.ComplianceReport;
import io.tagcompliance.core.report.ComplianceReport.Recommendation;
import io.tagcompliance.core.report.ComplianceReport.RuleImpact;
import io.tagcompliance.core.report.ComplianceReport.Team;
import io.tagcompliance.core.report.ComplianceReport.Teams;
import io.tagcompliance.core.report.ComplianceReport.Through;
import io.tagcompliance.core.report.ComplianceReport.Trend;
import io.tagcompliance.core.trend.Direction;
import io.tagcompliance.core.trend.ViolationHistory;
import io.tagcompliance.core.trend.ViolationHistory.Place;
import io.tagcompliance.core.trend.ViolationHistory.Unscanned;
import io.tagcompliance.server.tool.answer.ReportAnswer;
import io.tagcompliance.server.tool.answer.ReportAnswer.DocumentRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.ListAllRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.RecommendationRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.RuleRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.Summary;
import io.tagcompliance.server.tool.answer.ReportAnswer.TeamRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.TrendPoint;
import io.tagcompliance.server.tool.answer.ReportAnswer.TrendRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shapes a report: as an answer, which is cut to what a model can read, and as what documents are made of. */
final class ReportAnswers {
    private final ComplianceReport report;
    private final Audience audience;
    private final Advice advice;
    private final PersonalData people;
    private final AskedScope scope;

    ReportAnswers(ComplianceReport report, Wanted wanted) {
        this.report = report;
        this.audience = wanted.audience();
        this.advice = wanted.advice();
        this.people = wanted.people();
        this.scope = wanted.scope().without(people);
    }

    /** What is wanted of a report. */
    record Wanted(Audience audience, Advice advice, PersonalData people, AskedScope scope) {}

    /** Who reads it. */
    enum Audience {
        /** Figures, trend, money, and the few things to decide. */
        EXECUTIVE,
        /** With the rules and the resources. */
        ENGINEERING;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        int recommendations() {
            return this == EXECUTIVE ? 5 : 50;
        }

        int resources() {
            return this == EXECUTIVE ? 0 : 10;
        }
    }

    /** Whether it says what to do. */
    enum Advice {
        WITH_RECOMMENDATIONS,
        FIGURES_ONLY
    }

    /** How much of a list is shown. */
    record Length(int rows, int resources) {}

    /** The whole of it, for a document. */
    ReportAnswer whole() {
        return with(Optional.empty(), new Length(audience.recommendations(), audience.resources()));
    }

    /** What a model gets. */
    ReportAnswer brief(Optional<DocumentRow> document) {
        return with(document, new Length(5, Math.min(3, audience.resources())));
    }

    private ReportAnswer with(Optional<DocumentRow> document, Length length) {
        ComplianceCheck check = report.check();
        Score score = check.figures().score();
        Set<RuleImpact> rules = rules(length);
        List<Team> teams = report.teams() instanceof Teams.Known known ? known.teams() : List.of();
        return new ReportAnswer(
                check.facts().asOf().toString().substring(0, 10),
                audience.label(),
                Figure.score(score),
                Figure.status(score),
                Figure.ofWhatWasRead(score),
                Costs.weightedScore(check.spend()),
                summary(),
                share().map(GapAnswers::buckets).orElse(List.of()),
                GapAnswers.warnings(report.attribution()),
                rules.stream().map(ReportAnswers::row).toList(),
                Remainders.ofRules(report.rules().stream()
                        .filter(rule -> !rules.contains(rule))
                        .toList()),
                teamTag().orElse(null),
                shown(teams, length).stream().map(this::row).toList(),
                Remainders.ofTeams(leftOut(teams, length)),
                report.teams() instanceof Teams.Known known ? known.tagsUnknown() : 0,
                trend(),
                recommended().size(),
                recommendations(length),
                Remainders.ofRecommendations(leftOut(recommended(), length)),
                document.orElse(null),
                Costs.basis(check.spend()),
                nullReasons(),
                Provenances.of(check.facts()));
    }

    private Optional<String> teamTag() {
        return report.teams() instanceof Teams.Known known ? Optional.of(known.key()) : Optional.empty();
    }

    private Summary summary() {
        Counts counts = report.check().figures().counts();
        Optional<CurrencyShare> share = share();
        return new Summary(
                counts.total(),
                counts.applicable(),
                counts.compliant(),
                counts.nonCompliant(),
                counts.notEvaluated(),
                counts.exempt(),
                share.map(one -> one.currency().getCurrencyCode())
                        .orElseGet(() -> Costs.currency(report.check().spend())),
                share.map(one -> Amounts.exact(one.total())).orElse(null),
                share.map(one -> Amounts.exact(one.gap())).orElse(null),
                share.flatMap(CurrencyShare::gapOfTotal).map(Amounts::percent).orElse(null),
                share.flatMap(CurrencyShare::gapOfTaggable)
                        .map(Amounts::percent)
                        .orElse(null),
                Costs.impact(report.check().spend()),
                Costs.currency(report.check().spend()));
    }

    private Optional<CurrencyShare> share() {
        return report.attribution() instanceof CostAttribution.Known known
                ? known.shares().stream().findFirst()
                : Optional.empty();
    }

    private static <T> List<T> shown(List<T> all, Length length) {
        return all.subList(0, Math.min(length.rows(), all.size()));
    }

    private static <T> List<T> leftOut(List<T> all, Length length) {
        return all.subList(Math.min(length.rows(), all.size()), all.size());
    }

    private Set<RuleImpact> rules(Length length) {
        Set<RuleImpact> top = new LinkedHashSet<>(shown(report.rules(), length));
        report.rules().stream()
                .sorted(Comparator.comparing(
                        rule -> rule.cost().map(Money::amount).orElse(BigDecimal.ZERO), Comparator.reverseOrder()))
                .limit(length.rows())
                .forEach(top::add);
        return top;
    }

    private static RuleRow row(RuleImpact rule) {
        return new RuleRow(rule.rule(), SafeText.of(rule.tag()).text(), rule.resources(), amount(rule.cost()));
    }

    private TeamRow row(Team team) {
        SafeText name = SafeText.of(people.value(teamTag().orElse(""), team.name()));
        return new TeamRow(
                team.name().isEmpty() ? null : name.text(),
                Rows.onlyIfTrue(name.escaped()),
                team.resources(),
                team.failing(),
                amount(team.cost()));
    }

    private TrendRow trend() {
        return switch (report.trend()) {
            case Trend.Unknown unknown ->
                new TrendRow(Direction.NOT_ENOUGH_DATA.label(), null, List.of(), List.of(), List.of(), null);
            case Trend.Known known -> trend(known.history());
        };
    }

    private static TrendRow trend(ViolationHistory history) {
        return new TrendRow(
                history.direction().label(),
                history.direction() == Direction.NOT_ENOUGH_DATA ? null : Figure.rounded(history.change()),
                history.line().stream()
                        .map(point -> new TrendPoint(
                                point.takenAt().toString().substring(0, 10),
                                Figure.score(point.score().orElseThrow())))
                        .toList(),
                days(history, Place.PARTIAL),
                days(history, Place.OTHER_POLICY),
                history.unscanned().stream().mapToInt(Unscanned::intervals).sum());
    }

    private static List<String> days(ViolationHistory history, Place place) {
        return history.entries().stream()
                .filter(entry -> entry.onLine() == place)
                .map(entry -> entry.start().toString())
                .toList();
    }

    private List<Recommendation> recommended() {
        return advice == Advice.FIGURES_ONLY ? List.of() : report.recommendations();
    }

    private List<RecommendationRow> recommendations(Length length) {
        List<RecommendationRow> rows = new ArrayList<>();
        for (Recommendation one : shown(recommended(), length)) {
            rows.add(row(rows.size() + 1, one, length));
        }
        return rows;
    }

    private RecommendationRow row(int rank, Recommendation one, Length length) {
        Optional<Through.Parent> parent =
                one.through() instanceof Through.Parent of ? Optional.of(of) : Optional.empty();
        List<String> some = one.some().stream()
                .limit(length.resources())
                .map(id -> SafeText.of(people.text(id.text())).text())
                .toList();
        return new RecommendationRow(
                rank,
                step(one.issue(), parent.map(Through.Parent::kind).orElse("resource")),
                one.rule(),
                SafeText.of(one.tag()).text(),
                one.issue(),
                parent.map(Through.Parent::kind).orElse(null),
                parent.map(of -> SafeText.of(people.text(of.name())).text()).orElse(null),
                one.resources(),
                amount(one.cost()),
                some,
                one.resources() - some.size(),
                listAll(one));
    }

    private ListAllRow listAll(Recommendation one) {
        int failing = report.rules().stream()
                .filter(rule -> rule.rule().equals(one.rule()))
                .mapToInt(RuleImpact::resources)
                .findFirst()
                .orElse(one.resources());
        return scope.failing(one.rule(), failing);
    }

    /** What to do; the names stand in fields of their own. */
    private static String step(String issue, String where) {
        String place = where.equals("resource")
                ? "on each resource"
                : "on the " + where.replace('_', ' ') + ", or in its template";
        return switch (issue) {
            case "missing_required_tag" -> "Add the tag " + place;
            case "wrong_key_case", "known_alias" -> "Rename the key to the policy's spelling " + place;
            case "invalid_value", "invalid_format" -> "Set a value that the policy allows " + place;
            case "prohibited_tag" -> "Remove the tag " + place;
            case "condition_not_met" -> "Bring the two tags into line " + place;
            default -> "Follow the rule " + place;
        };
    }

    private static @Nullable BigDecimal amount(Optional<Money> money) {
        return money.map(Amounts::exact).orElse(null);
    }

    private Map<String, String> nullReasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        Score score = report.check().figures().score();
        if (!(score instanceof Score.Known)) {
            reasons.put(
                    "overall_compliance",
                    score instanceof Score.Withheld
                            ? "part of the estate could not be read"
                            : Figure.nothingToScore(report.check().figures()));
        }
        if (report.attribution() instanceof CostAttribution.Unknown unknown) {
            reasons.put("cost_attribution_gap", unknown.failure().remedy());
        }
        if (report.check().spend() instanceof CheckSpend.Unknown) {
            Costs.explain(report.check().spend(), reasons, "cost", "spend_weighted_score", "non_compliant_cost");
        }
        if (report.teams() instanceof Teams.NoSuchTag) {
            reasons.put("by_team", GapAnswers.NO_TEAM_TAG);
        }
        switch (report.trend()) {
            case Trend.Unknown unknown ->
                List.of("trend", "change", "days_without_scan").forEach(field -> reasons.put(field, unknown.reason()));
            case Trend.Known known -> {
                if (known.history().direction() == Direction.NOT_ENOUGH_DATA) {
                    reasons.put("change", "there are not two complete scans of this scope by this policy");
                }
            }
        }
        if (share().isPresent() && share().get().gapOfTotal().isEmpty()) {
            reasons.put("attribution_gap_percentage", "there is no positive total to take a share of");
        }
        return reasons;
    }
}
