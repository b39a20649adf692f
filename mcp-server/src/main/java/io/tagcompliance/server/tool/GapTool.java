package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.attribution.Grouping;
import io.tagcompliance.core.cost.BillFacts.Activation;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.answer.GapAnswer;
import io.tagcompliance.server.tool.answer.GapAnswer.SliceRow;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** {@code get_cost_attribution_gap}: how much spend has no owner? */
final class GapTool {
    static final String NAME = "get_cost_attribution_gap";

    private static final String DESCRIPTION = """
            Splits the cloud bill by who answers for it: use it for 'how much spend has no owner' and 'what does bad tagging \
            cost us'.
            Returns the total, the attributable share, six buckets that add up to the total (A direct, B inherited, \
            C actionable gap, D no resource id, E untaggable, F tax, credits and other non-usage) and a breakdown, largest gap \
            first. Up to 7 KB; more categories come with next_cursor.
            Amounts are null where the bill could not be read; basis says what the figures rest on. Percentages are of the \
            total and of what could be tagged: say which one you quote.""";

    private static final Parameter<Optional<String>> START = Kinds.text("start", "First day, as 2026-10-01");
    private static final Parameter<Optional<String>> END = Kinds.text("end", "The day after the last, as 2026-11-01");
    private static final Parameter<Arguments> PERIOD =
            Kinds.object("time_period", Parameters.of(START, END), "Left out: the last closed month");
    private static final Parameter<By> GROUPING = Kinds.choice(
            "grouping",
            By.BY_SERVICE,
            "By what spend is broken down; by_owner takes the tag Owner, by_team the one that the policy names teams by:"
                    + " Team, Squad or Owner");
    private static final Parameter<Optional<String>> TAG =
            Kinds.text("tag", "The key for by_tag; left out: the first allocation key");
    private static final Parameter<List<String>> KEYS =
            Kinds.texts("allocation_tags", 20, "Keys by which money is split; left out: the policy's");
    private static final Parameter<CostMetric> METRIC = Kinds.choice(
            "metric", CostMetric.EFFECTIVE, "effective spreads prepaid commitments; billed is the invoice");
    private static final RowFields FIELDS = RowFields.of("breakdown", SliceRow.class);

    private final Supplier<TagCompliance> compliance;
    private final Cursors cursors;
    private final UnaryOperator<String> digest;

    private GapTool(Supplier<TagCompliance> compliance, Cursors cursors, UnaryOperator<String> digest) {
        this.compliance = compliance;
        this.cursors = cursors;
        this.digest = digest;
    }

    static Tool of(Supplier<TagCompliance> compliance, Cursors cursors, UnaryOperator<String> digest) {
        return new Tool(
                NAME,
                "Cost attribution gap",
                DESCRIPTION,
                Parameters.of(
                        PERIOD,
                        GROUPING,
                        TAG,
                        KEYS,
                        METRIC,
                        PersonalData.MASK,
                        FIELDS.parameter(),
                        Paging.DETAIL,
                        Paging.LIMIT,
                        Paging.CURSOR),
                GapAnswer.class,
                Hints.READS_THE_WORLD,
                new GapTool(compliance, cursors, digest)::call);
    }

    /** By what spend is broken down. */
    enum By {
        BY_SERVICE,
        BY_RESOURCE_TYPE,
        BY_REGION,
        BY_ACCOUNT,
        BY_TAG,
        BY_TEAM,
        BY_OWNER
    }

    private Answer call(Arguments arguments, CallContext context) throws InterruptedException {
        Paging paging = Paging.of(cursors, NAME, arguments, context).keeping(FIELDS.kept(arguments));
        CostAttribution attribution = compliance.get().attribution().attribute(request(arguments), context.patience());
        refuseSlips(arguments.get(KEYS), attribution);
        GapAnswers answers = new GapAnswers(attribution, PersonalData.wanted(arguments, digest));
        ObjectNode structured =
                paging.fit(answers.slices(), answers::row, paging.from(answers.identity()), answers::with);
        return new Answer(structured, text(attribution));
    }

    private AttributionRequest request(Arguments arguments) {
        AttributionRequest request = AttributionRequest.ofLastMonth()
                .of(arguments.get(METRIC))
                .splitBy(arguments.get(KEYS).stream().map(TagKey::new).toList())
                .by(grouping(arguments));
        return period(arguments.get(PERIOD)).map(request::over).orElse(request);
    }

    /** A key that neither a row nor the policy has, and that is near one which the policy has, names nobody by mistake. */
    private void refuseSlips(List<String> keys, CostAttribution attribution) {
        List<String> absent = attribution instanceof CostAttribution.Known known
                        && known.bill().activation() instanceof Activation.Untold untold
                ? untold.absent()
                : List.of();
        Slips slips = Slips.against(compliance.get());
        keys.stream()
                .filter(absent::contains)
                .forEach(key -> slips.refuse(
                        key, KEYS.name() + "[" + keys.indexOf(key) + "]", "no row of the bill has this key"));
    }

    private Grouping grouping(Arguments arguments) {
        return switch (arguments.get(GROUPING)) {
            case BY_SERVICE -> new Grouping.ByServiceName();
            case BY_RESOURCE_TYPE -> new Grouping.ByResourceType();
            case BY_REGION -> new Grouping.ByRegion();
            case BY_ACCOUNT -> new Grouping.ByAccount();
            case BY_TAG -> new Grouping.ByTag(tag(arguments));
            case BY_TEAM -> new Grouping.ByTeam(compliance.get().attribution().teamKey());
            case BY_OWNER -> new Grouping.ByTag(new TagKey("Owner"));
        };
    }

    private TagKey tag(Arguments arguments) {
        return arguments
                .get(TAG)
                .or(() -> arguments.get(KEYS).stream().findFirst())
                .map(TagKey::new)
                .or(() -> compliance.get().attribution().keys().stream().findFirst())
                .orElseThrow(() -> RefusalException.invalid(
                        "tag", "must be there, since the policy has no allocation key and requires none"));
    }

    private static Optional<BillingPeriod> period(Arguments period) {
        Optional<LocalDate> start = period.get(START).map(text -> day(text, "time_period.start"));
        Optional<LocalDate> end = period.get(END).map(text -> day(text, "time_period.end"));
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        if (start.isEmpty() || end.isEmpty() || !start.get().isBefore(end.get())) {
            throw RefusalException.invalid(
                    "time_period",
                    "both days are needed, and the second lies after the first: it is the day after the last");
        }
        return Optional.of(new BillingPeriod(start.get(), end.get()));
    }

    private static LocalDate day(String text, String path) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw RefusalException.invalid(path, "must be a day as in 2026-10-01 (given: " + Given.of(text) + ")");
        }
    }

    private static String text(CostAttribution attribution) {
        return switch (attribution) {
            case CostAttribution.Unknown unknown ->
                "The gap is unknown: " + unknown.failure().remedy() + "." + spent(unknown);
            case CostAttribution.Known known ->
                known.shares().stream()
                        .map(share -> sentence(known, share))
                        .reduce((first, second) -> first + "\n" + second)
                        .orElse("The bill is empty.");
        };
    }

    private static String spent(CostAttribution.Unknown unknown) {
        return unknown.facts()
                .map(bill -> bill.totals().stream().map(Amounts::sentence).collect(Collectors.joining(", ")))
                .map(totals -> "\nSpent in all: " + totals + ".")
                .orElse("");
    }

    private static String sentence(CostAttribution.Known known, CurrencyShare share) {
        String shares = share.gapOfTotal()
                .map(ofTotal -> " (%s %% of the total%s)"
                        .formatted(
                                Amounts.percent(ofTotal),
                                share.gapOfTaggable()
                                        .map(taggable ->
                                                ", " + Amounts.percent(taggable) + " % of what could be tagged")
                                        .orElse("")))
                .orElse(", which is no share of it");
        return "%s of %s is not attributed by all of the keys%s, %s, %s cost, %s."
                .formatted(
                        Amounts.sentence(share.gap()),
                        Amounts.sentence(share.total()),
                        shares,
                        known.question().period(),
                        known.question().metric().label(),
                        known.bill().state().label()
                                + known.bill()
                                        .estimatedShare(share.currency())
                                        .filter(estimated -> estimated.signum() > 0)
                                        .map(estimated -> ", " + Amounts.percent(estimated) + " % of it an estimate")
                                        .orElse(""));
    }
}
