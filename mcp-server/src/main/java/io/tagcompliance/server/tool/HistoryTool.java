package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.ScanPoint.AttributionGap;
import io.tagcompliance.core.spi.ScanHistory;
import io.tagcompliance.core.trend.Direction;
import io.tagcompliance.core.trend.HistoryRequest;
import io.tagcompliance.core.trend.Interval;
import io.tagcompliance.core.trend.ScoreChange;
import io.tagcompliance.core.trend.ViolationHistory;
import io.tagcompliance.core.trend.ViolationHistory.Entry;
import io.tagcompliance.core.trend.ViolationHistory.Place;
import io.tagcompliance.core.trend.ViolationHistory.Unscanned;
import io.tagcompliance.core.trend.ViolationHistory.Why;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.answer.HistoryAnswer;
import io.tagcompliance.server.tool.answer.HistoryAnswer.ChangeRow;
import io.tagcompliance.server.tool.answer.HistoryAnswer.HistoryRow;
import io.tagcompliance.server.tool.answer.HistoryAnswer.UnscannedRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code get_violation_history}: are we getting better? */
final class HistoryTool {
    static final String NAME = "get_violation_history";

    private static final String DESCRIPTION = """
            Shows how compliance went over days, weeks or months: use it for 'are we getting better' and 'what changed'.
            Returns a score for each interval with a scan, the trend, and what the change is made of: tags, resources that \
            came or went, policy; and which intervals have no scan. Up to 7 KB; the newest first.
            Only checks of exactly the same scope and policy are compared; partial scans never count. \
            Each check_tag_compliance adds to it; no cloud is asked.""";

    private static final Parameter<Optional<Integer>> DAYS =
            Kinds.integer("days_back", 1, 400, "How far back; 90 if left out");
    private static final Parameter<Interval> GROUP_BY =
            Kinds.choice("group_by", Interval.DAY, "Of each interval the last complete scan counts");
    private static final int USUAL_DAYS = 90;
    private static final int RUNS_SHOWN = 10;

    private final Supplier<TagCompliance> compliance;
    private final Cursors cursors;

    private HistoryTool(Supplier<TagCompliance> compliance, Cursors cursors) {
        this.compliance = compliance;
        this.cursors = cursors;
    }

    static Tool of(Supplier<TagCompliance> compliance, Cursors cursors) {
        return new Tool(
                NAME,
                "Compliance over time",
                DESCRIPTION,
                Parameters.of(
                        DAYS,
                        GROUP_BY,
                        EstateArguments.CLOUD,
                        EstateArguments.TYPES,
                        EstateArguments.FILTERS,
                        Paging.DETAIL,
                        Paging.LIMIT,
                        Paging.CURSOR),
                HistoryAnswer.class,
                Hints.READS_SETTINGS,
                new HistoryTool(compliance, cursors)::call);
    }

    private Answer call(Arguments arguments, CallContext context) throws InterruptedException {
        Paging paging = Paging.of(cursors, NAME, arguments, context);
        ViolationHistory history = show(new HistoryRequest(
                new EstateArguments(compliance.get()).filter(arguments, List.of()),
                arguments.get(DAYS).orElse(USUAL_DAYS),
                arguments.get(GROUP_BY)));
        List<Entry> newestFirst = history.entries().reversed();
        String newest = newestFirst.isEmpty()
                ? "none"
                : newestFirst.getFirst().point().scan().text();
        int runs = context.room() == Room.UNCUT ? Integer.MAX_VALUE : RUNS_SHOWN;
        ObjectNode structured = paging.fit(
                newestFirst,
                HistoryTool::row,
                paging.from(newest),
                (rows, next) -> answer(history, unscanned(history, runs), new Page(rows, next)));
        return new Answer(structured, text(history));
    }

    private ViolationHistory show(HistoryRequest request) {
        try {
            return compliance.get().history().show(request);
        } catch (ScanHistory.Unavailable unavailable) {
            throw new RefusalException(RefusalException.Code.HISTORY_UNAVAILABLE, unavailable.getMessage());
        }
    }

    private static HistoryRow row(Entry entry) {
        ScanPoint point = entry.point();
        Optional<AttributionGap.Known> gap =
                point.attributionGap() instanceof AttributionGap.Known known ? Optional.of(known) : Optional.empty();
        return new HistoryRow(
                entry.start().toString(),
                entry.onLine() == Place.ON_THE_LINE
                        ? point.score().map(Figure::score).orElse(null)
                        : null,
                entry.onLine().name().toLowerCase(Locale.ROOT),
                point.counts().violations(),
                point.counts().total(),
                gap.map(known -> Amounts.exact(known.money())).orElse(null),
                gap.map(known -> known.money().currency().getCurrencyCode()).orElse(null),
                Moments.text(point.takenAt()),
                entry.partial());
    }

    private static List<UnscannedRow> unscanned(ViolationHistory history, int most) {
        return history.unscanned().reversed().stream()
                .limit(most)
                .map(run -> new UnscannedRow(
                        run.from().toString(), run.until().minusDays(1).toString(), run.intervals()))
                .toList();
    }

    /** Some rows, and where the others begin. */
    private record Page(List<HistoryRow> rows, Optional<String> next) {}

    private static ObjectNode answer(ViolationHistory history, List<UnscannedRow> unscanned, Page page) {
        boolean known = history.direction() != Direction.NOT_ENOUGH_DATA;
        return Json.tree(new HistoryAnswer(
                page.rows(),
                history.entries().size(),
                history.unscanned().stream().mapToInt(Unscanned::intervals).sum(),
                unscanned,
                page.next().orElse(null),
                history.direction().label(),
                known ? Figure.rounded(history.change()) : null,
                change(history.why()),
                history.entries().stream().allMatch(entry -> entry.onLine() == Place.ON_THE_LINE),
                history.otherPolicies(),
                nullReasons(history, page.rows()),
                Provenances.policy(history.policy())));
    }

    private static @Nullable ChangeRow change(Why why) {
        return switch (why) {
            case Why.Unknown unknown -> null;
            case Why.Known known -> row(known);
        };
    }

    private static ChangeRow row(Why.Known known) {
        ScoreChange change = known.change();
        return new ChangeRow(
                known.from().toString(),
                known.to().toString(),
                change.tagsChanged(),
                change.resourcesChanged(),
                change.policyChanged(),
                change.total());
    }

    private static Map<String, String> nullReasons(ViolationHistory history, List<HistoryRow> rows) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (history.direction() == Direction.NOT_ENOUGH_DATA) {
            reasons.put("improvement_rate", "there are not two complete scans of this scope by this policy");
        }
        if (history.why() instanceof Why.Unknown unknown) {
            reasons.put("change", unknown.reason());
        }
        if (rows.stream().anyMatch(row -> row.complianceScore() == null)) {
            reasons.put(
                    "compliance_score",
                    "the scan was partial, no rule applied, or another policy was in force; see status");
        }
        if (rows.stream().anyMatch(row -> row.costAttributionGap() == null)) {
            reasons.put("cost_attribution_gap", "no bill was read with that scan");
        }
        return reasons;
    }

    private static String text(ViolationHistory history) {
        return history.lastScore()
                .map(last -> "Trend: %s; the last comparable score is %s, %+.1f points since the first of %d."
                        .formatted(
                                history.direction().label(),
                                Figure.percent(last),
                                history.change() * 100,
                                history.line().size()))
                .orElse("No comparable scan was kept in that time; check_tag_compliance adds one.");
    }
}
