package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.spi.ScanHistory;
import io.tagcompliance.core.trend.DriftReport;
import io.tagcompliance.core.trend.DriftReport.Author;
import io.tagcompliance.core.trend.DriftRequest;
import io.tagcompliance.core.trend.DriftRequest.Baseline;
import io.tagcompliance.core.trend.TagDrift;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.answer.DriftAnswer;
import io.tagcompliance.server.tool.answer.DriftAnswer.BaselineRow;
import io.tagcompliance.server.tool.answer.DriftAnswer.DriftRow;
import io.tagcompliance.server.tool.answer.DriftAnswer.IncidentRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code detect_tag_drift}: what changed that should not have? */
final class DriftTool {
    static final String NAME = "detect_tag_drift";

    private static final String DESCRIPTION = """
            Compares tags with an older scan that was kept: use it for 'which tags changed' and 'who removed Owner'.
            Returns each changed tag with old and new value, floods as incidents, the baseline, and what could not be compared. \
            Up to 7 KB; rows beyond the limit come with next_cursor.
            Only what both scans read is compared: deleted resources and a changed policy are no drift. Without a kept scan \
            it says so. Reads the estate, so a first call may take a minute.""";

    private static final String NOBODY_KNOWS =
            "no log tells it: CloudTrail is asked about 3 resources of each incident and about what is in none, 50 in all and for"
                    + " 20 seconds; it knows 90 days, of AWS";
    private static final int USUAL_DAYS = 30;
    private static final int USUAL_FLOOD = 50;
    private static final int MOST_SHOWN = 10;
    private static final Parameter<Optional<Integer>> LOOKBACK = Kinds.integer(
            "lookback_days",
            1,
            100,
            "The oldest complete scan kept in that time is the baseline; " + USUAL_DAYS + " if left out");
    private static final Parameter<Optional<String>> BASELINE = Kinds.text(
            "baseline", "scan_id of a kept scan to compare with, a partial one too; left out: see lookback_days");
    private static final Parameter<List<String>> KEYS = Kinds.texts("tag_keys", 50, "Only these keys, in any case");
    private static final Parameter<Optional<Integer>> THRESHOLD = Kinds.integer(
            "threshold",
            2,
            1_000_000,
            "From how many resources on the same change is one incident; " + USUAL_FLOOD + " if left out");
    private static final RowFields FIELDS = RowFields.of("drift_detected", DriftRow.class);

    private final Supplier<TagCompliance> compliance;
    private final Cursors cursors;

    private DriftTool(Supplier<TagCompliance> compliance, Cursors cursors) {
        this.compliance = compliance;
        this.cursors = cursors;
    }

    static Tool of(Supplier<TagCompliance> compliance, Cursors cursors) {
        return new Tool(
                NAME,
                "Detect tag drift",
                DESCRIPTION,
                Parameters.of(
                        LOOKBACK,
                        BASELINE,
                        KEYS,
                        THRESHOLD,
                        EstateArguments.CLOUD,
                        EstateArguments.TYPES,
                        EstateArguments.FILTERS,
                        EstateArguments.FRESH,
                        FIELDS.parameter(),
                        Paging.DETAIL,
                        Paging.LIMIT,
                        Paging.CURSOR),
                DriftAnswer.class,
                Hints.READS_THE_WORLD,
                new DriftTool(compliance, cursors)::call);
    }

    private Answer call(Arguments arguments, CallContext context) throws InterruptedException {
        Paging paging = Paging.of(cursors, NAME, arguments, context).keeping(FIELDS.kept(arguments));
        DriftRequest request = new DriftRequest(
                new EstateArguments(compliance.get()).filter(arguments, List.of()),
                baseline(arguments),
                arguments.get(KEYS).stream().map(TagKey::new).collect(Collectors.toSet()),
                arguments.get(THRESHOLD).orElse(USUAL_FLOOD),
                EstateArguments.freshness(arguments));
        DriftReport report = detect(request, context);
        requireBaseline(request, report);
        Cursors.Position from = paging.from(report.facts().scan().text());
        ObjectNode structured =
                paging.fit(drifts(report), DriftTool::row, from, (rows, next) -> answer(report, rows, next));
        return new Answer(structured, text(report));
    }

    private DriftReport detect(DriftRequest request, CallContext context) throws InterruptedException {
        try {
            return compliance.get().drift().detect(request, context.patience());
        } catch (ScanHistory.Unavailable unavailable) {
            throw new RefusalException(RefusalException.Code.HISTORY_UNAVAILABLE, unavailable.getMessage());
        }
    }

    private static Baseline baseline(Arguments arguments) {
        return arguments
                .get(BASELINE)
                .<Baseline>map(scan -> new Baseline.Named(new ScanId(scan)))
                .orElseGet(
                        () -> new Baseline.OldestWithin(arguments.get(LOOKBACK).orElse(USUAL_DAYS)));
    }

    /** Who names a scan is told that there is none, and doesn't get another. */
    private static void requireBaseline(DriftRequest request, DriftReport report) {
        if (request.baseline() instanceof Baseline.Named(ScanId scan)
                && report instanceof DriftReport.NoBaseline none) {
            String newest = none.kept().isEmpty()
                    ? "none is kept"
                    : "the newest is " + none.kept().getLast().scan().text();
            throw RefusalException.invalid(
                    BASELINE.name(),
                    "must be the scan_id of another kept scan of this scope; " + newest + " (given: "
                            + Given.of(scan.text()) + ")");
        }
    }

    private static List<TagDrift> drifts(DriftReport report) {
        return switch (report) {
            case DriftReport.NoBaseline none -> List.of();
            case DriftReport.Compared compared -> compared.drifts();
        };
    }

    private static DriftRow row(TagDrift drift) {
        SafeText id = SafeText.of(drift.resource().id().text());
        SafeText tag = SafeText.of(drift.tag());
        Optional<SafeText> before = drift.values().before().map(SafeText::of);
        Optional<SafeText> after = drift.values().after().map(SafeText::of);
        Optional<TagDrift.Change.Known> change =
                drift.change() instanceof TagDrift.Change.Known known ? Optional.of(known) : Optional.empty();
        Optional<SafeText> author = change.map(TagDrift.Change.Known::principal).map(SafeText::of);
        boolean escaped = id.escaped()
                || tag.escaped()
                || before.filter(SafeText::escaped).isPresent()
                || after.filter(SafeText::escaped).isPresent()
                || author.filter(SafeText::escaped).isPresent();
        return new DriftRow(
                id.text(),
                SafeText.of(drift.resource().type().name()).text(),
                tag.text(),
                drift.kind().label(),
                before.map(SafeText::text).orElse(null),
                after.map(SafeText::text).orElse(null),
                Rows.onlyIfTrue(escaped),
                change.map(known -> known.at().toString()).orElse(null),
                author.map(SafeText::text).orElse(null),
                drift.severity().label());
    }

    private static ObjectNode answer(DriftReport report, List<DriftRow> rows, Optional<String> next) {
        return switch (report) {
            case DriftReport.NoBaseline none ->
                Json.tree(new DriftAnswer(
                        null,
                        null,
                        rows,
                        null,
                        List.of(),
                        null,
                        keptScans(none),
                        null,
                        List.of(),
                        withoutBaseline(none),
                        Provenances.of(none.facts())));
            case DriftReport.Compared compared ->
                Json.tree(new DriftAnswer(
                        compared.drifts().size(),
                        compared.compared(),
                        rows,
                        next.orElse(null),
                        compared.incidents().stream()
                                .limit(MOST_SHOWN)
                                .map(DriftTool::row)
                                .toList(),
                        row(compared.baseline()),
                        keptScans(compared),
                        compared.unknown().size(),
                        compared.unknown().stream()
                                .limit(MOST_SHOWN)
                                .map(Provenances::gap)
                                .toList(),
                        nullReasons(rows),
                        Provenances.of(compared.facts())));
        };
    }

    private static Map<String, String> withoutBaseline(DriftReport.NoBaseline none) {
        String reason = noBaseline(none.wanted())
                + "; check_tag_compliance with store_snapshot keeps one, and kept_scans lists those that can be asked for,"
                + " older and partial ones too";
        Map<String, String> reasons = new LinkedHashMap<>();
        List.of("total_drifts", "compared_resources", "baseline", "unknown_total")
                .forEach(field -> reasons.put(field, reason));
        return reasons;
    }

    private static String noBaseline(Baseline wanted) {
        return switch (wanted) {
            case Baseline.OldestWithin(int days) ->
                "no complete older scan of this scope is kept of the last " + days + " days";
            case Baseline.Named(ScanId scan) -> "no such scan of this scope is kept";
        };
    }

    private static List<BaselineRow> keptScans(DriftReport report) {
        return report.kept().reversed().stream()
                .limit(MOST_SHOWN)
                .map(DriftTool::row)
                .toList();
    }

    private static BaselineRow row(KeptScan scan) {
        return new BaselineRow(
                scan.scan().text(), Moments.text(scan.takenAt()), scan.reading().label());
    }

    private static IncidentRow row(DriftReport.Incident incident) {
        Author author = incident.author();
        return new IncidentRow(
                SafeText.of(incident.tag()).text(),
                incident.kind().label(),
                incident.resources(),
                author instanceof Author.Same same
                        ? SafeText.of(same.principal()).text()
                        : null,
                actors(author),
                author.answered(),
                author.lookedUp());
    }

    private static String actors(Author author) {
        return switch (author) {
            case Author.Same same -> "same";
            case Author.Differing differing -> "differ";
            case Author.Unknown unknown -> "unknown";
        };
    }

    private static Map<String, String> nullReasons(List<DriftRow> rows) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (rows.stream().anyMatch(row -> row.changedBy() == null)) {
            reasons.put("changed_at", NOBODY_KNOWS);
            reasons.put("changed_by", NOBODY_KNOWS);
        }
        return reasons;
    }

    private static String text(DriftReport report) {
        return switch (report) {
            case DriftReport.NoBaseline none ->
                "Nothing to compare with: " + noBaseline(none.wanted()) + "." + others(none.kept()) + "\n"
                        + Figure.provenance(none.facts());
            case DriftReport.Compared compared ->
                "%d tags of %d resources that both scans read are not as they were on %s%s; %d incidents.%s\n%s"
                        .formatted(
                                compared.drifts().size(),
                                compared.compared(),
                                Moments.text(compared.baseline().takenAt()),
                                compared.baseline().isComplete() ? "" : ", by a partial scan",
                                compared.incidents().size(),
                                compared.incidents().stream()
                                        .findFirst()
                                        .map(DriftTool::sentence)
                                        .orElse(""),
                                Figure.provenance(compared.facts()));
        };
    }

    private static String others(List<KeptScan> kept) {
        return kept.isEmpty()
                ? ""
                : " Kept scans that can be asked for as baseline: " + kept.size() + ", the newest is "
                        + kept.getLast().scan().text() + ".";
    }

    private static String sentence(DriftReport.Incident largest) {
        Author author = largest.author();
        if (author.lookedUp() == 0) {
            return " The largest is of %d resources; none could be looked up.".formatted(largest.resources());
        }
        String who = switch (author) {
            case Author.Same same -> "name the same actor";
            case Author.Differing differing -> "answered, and name different actors";
            case Author.Unknown unknown -> "answered";
        };
        return " The largest is of %d resources; %d of %d looked up %s."
                .formatted(largest.resources(), author.answered(), author.lookedUp(), who);
    }
}
