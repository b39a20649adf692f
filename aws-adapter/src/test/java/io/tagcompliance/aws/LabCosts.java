package io.tagcompliance.aws;

import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.testkit.ChargeRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Cost Explorer of the lab: a bill's rows, grouped by two things at most, a few groups a page, and rounded where a test wants. */
final class LabCosts {
    private static final int MOST_GROUPS = 2;
    private static final int PAGE = 7;

    private volatile List<ChargeRow> rows = List.of();
    private volatile Set<String> active = Set.of();
    private volatile Set<String> inactive = Set.of();
    private volatile int digits = 20;
    private volatile LocalDate estimatedSince = LocalDate.MAX;
    private volatile Optional<LocalDate> oldestWithResources = Optional.empty();
    private volatile Set<String> withoutResources = Set.of();
    private volatile int mostGroups = Integer.MAX_VALUE;

    /** What keys of groups and a currency have in common. */
    private record Key(List<String> keys, String currency) {}

    static boolean answers(LabCall call) {
        return call.service().equals("ce");
    }

    void bill(List<ChargeRow> charges) {
        rows = List.copyOf(charges);
    }

    void activate(String... keys) {
        active = Set.of(keys);
    }

    void know(String... unused) {
        inactive = Set.of(unused);
    }

    void roundTo(int places) {
        digits = places;
    }

    /** What was spent from that day on is an estimate. */
    void estimateSince(LocalDate day) {
        estimatedSince = day;
    }

    /** Resources are told of that day and later ones, except for some services. */
    void tellResourcesSince(LocalDate oldest, String... except) {
        oldestWithResources = Optional.of(oldest);
        withoutResources = Set.of(except);
    }

    /** Leaves out without a word what is more than so many groups of resources a day. */
    void tellResourcesUpTo(int groups) {
        mostGroups = groups;
    }

    LabAnswer answer(LabCall call) {
        JsonNode body = JsonNode.parser().parse(call.body());
        return switch (call.operation()) {
            case "ce:ListCostAllocationTags" -> tags(body);
            case "ce:GetCostAndUsage" -> {
                List<JsonNode> by = list(body, "GroupBy");
                yield by.size() > MOST_GROUPS
                        ? LabAnswer.error(call, 400, "ValidationException", "at most two groups")
                        : costs(body, by);
            }
            case "ce:GetCostAndUsageWithResources" -> resources(call, body);
            default -> LabAnswer.error(call, 400, "UnknownOperation");
        };
    }

    /** One a page. */
    private LabAnswer tags(JsonNode body) {
        List<String> asked =
                list(body, "TagKeys").stream().map(JsonNode::text).sorted().toList();
        List<String> known = asked.stream()
                .filter(key -> active.contains(key) || inactive.contains(key))
                .toList();
        int from = from(body, "NextToken");
        String tags = known.stream()
                .skip(from)
                .limit(1)
                .map(key -> "{\"TagKey\":%s,\"Type\":\"UserDefined\",\"Status\":\"%s\"}"
                        .formatted(quoted(key), active.contains(key) ? "Active" : "Inactive"))
                .collect(Collectors.joining(",", "\"CostAllocationTags\":[", "]"));
        return LabAnswer.ok(object(tags, from + 1 < known.size() ? "\"NextToken\":\"" + (from + 1) + "\"" : ""));
    }

    /** By resource, of one service, each day by itself, and of the days that AWS keeps. */
    private LabAnswer resources(LabCall call, JsonNode body) {
        List<JsonNode> by = list(body, "GroupBy");
        boolean wellFormed = by.size() <= MOST_GROUPS
                && by.stream().anyMatch(one -> text(one, "Key").equals("RESOURCE_ID"))
                && text(body, "Granularity").equals("DAILY")
                && body.field("Filter").filter(LabCosts::isOfOneService).isPresent();
        if (!wellFormed) {
            return LabAnswer.error(call, 400, "ValidationException", "by resource, of one service, by day");
        }
        LocalDate start = LocalDate.parse(text(body.field("TimePeriod").orElseThrow(), "Start"));
        if (oldestWithResources.filter(day -> !start.isBefore(day)).isEmpty()) {
            return LabAnswer.error(call, 400, "DataUnavailableException", "not opted in, or too long ago");
        }
        return costs(body, by);
    }

    private static boolean isOfOneService(JsonNode filter) {
        return list(filter, "And").stream()
                .flatMap(part -> part.field("Dimensions").stream())
                .anyMatch(part -> text(part, "Key").equals("SERVICE")
                        && list(part, "Values").size() == 1);
    }

    private LabAnswer costs(JsonNode body, List<JsonNode> by) {
        LocalDate start = LocalDate.parse(text(body.field("TimePeriod").orElseThrow(), "Start"));
        LocalDate end = LocalDate.parse(text(body.field("TimePeriod").orElseThrow(), "End"));
        String metric = list(body, "Metrics").getFirst().text();
        Predicate<ChargeRow> filter = body.field("Filter").map(this::filter).orElse(row -> true);
        List<String> months = new ArrayList<>();
        boolean more = false;
        int from = from(body, "NextPageToken");
        String granularity = text(body, "Granularity");
        for (LocalDate first = start; first.isBefore(end); first = next(first, granularity)) {
            LocalDate time = first;
            LocalDate next = next(first, granularity);
            LocalDate over = next.isBefore(end) ? next : end;
            List<ChargeRow> some = rows.stream()
                    .filter(row -> !row.day().isBefore(time) && row.day().isBefore(over))
                    .filter(filter)
                    .toList();
            List<String> groups = groups(some, by, metric);
            more |= groups.size() > from + PAGE;
            months.add(object(
                    "\"TimePeriod\":{\"Start\":\"%s\",\"End\":\"%s\"}".formatted(first, over),
                    "\"Estimated\":" + !first.isBefore(estimatedSince),
                    groups.stream().skip(from).limit(PAGE).collect(Collectors.joining(",", "\"Groups\":[", "]"))));
        }
        return LabAnswer.ok(object(
                months.stream().collect(Collectors.joining(",", "\"ResultsByTime\":[", "]")),
                more ? "\"NextPageToken\":\"" + (from + PAGE) + "\"" : ""));
    }

    private static LocalDate next(LocalDate first, String granularity) {
        return granularity.equals("DAILY")
                ? first.plusDays(1)
                : first.plusMonths(1).withDayOfMonth(1);
    }

    private List<String> groups(List<ChargeRow> some, List<JsonNode> by, String metric) {
        Map<Key, BigDecimal> sums = new TreeMap<>(Comparator.comparing(Key::toString));
        for (ChargeRow row : some) {
            Money cost = row.cost(metric.equals("AmortizedCost") ? CostMetric.EFFECTIVE : CostMetric.BILLED);
            List<String> keys = by.stream().map(one -> key(row, one)).toList();
            sums.merge(new Key(keys, cost.currency().getCurrencyCode()), cost.amount(), BigDecimal::add);
        }
        boolean ofResources = by.stream().anyMatch(one -> text(one, "Key").equals("RESOURCE_ID"));
        return sums.entrySet().stream()
                .limit(ofResources ? mostGroups : Integer.MAX_VALUE)
                .map(sum -> "{\"Keys\":%s,\"Metrics\":{\"%s\":{\"Amount\":\"%s\",\"Unit\":\"%s\"}}}"
                        .formatted(
                                sum.getKey().keys().stream()
                                        .map(LabCosts::quoted)
                                        .collect(Collectors.joining(",", "[", "]")),
                                metric,
                                sum.getValue()
                                        .setScale(
                                                Math.min(digits, sum.getValue().scale()), RoundingMode.HALF_UP)
                                        .toPlainString(),
                                sum.getKey().currency()))
                .toList();
    }

    private String key(ChargeRow row, JsonNode by) {
        String key = text(by, "Key");
        return text(by, "Type").equals("TAG")
                ? key + "$" + row.tags().value(key).orElse("")
                : dimension(row, key);
    }

    private String dimension(ChargeRow row, String name) {
        return switch (name) {
            case "RECORD_TYPE" -> recordType(row);
            case "SERVICE" ->
                row.kind() == ChargeKind.SUPPORT
                        ? "AWS Support (Business)"
                        : row.place().service();
            case "RESOURCE_ID" ->
                row.what() instanceof Charged.OfResource resource
                                && !withoutResources.contains(row.place().service())
                        ? resource.id().text()
                        : "NoResourceId";
            case "BILLING_ENTITY" -> row.kind() == ChargeKind.MARKETPLACE ? "AWS Marketplace" : "AWS";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String recordType(ChargeRow row) {
        return switch (row.kind()) {
            case USAGE ->
                List.of("Usage", "DiscountedUsage", "SavingsPlanCoveredUsage")
                        .get(row.day().getDayOfMonth() % 3);
            case SUPPORT, MARKETPLACE -> "Usage";
            case TAX -> "Tax";
            case CREDIT -> "Credit";
            case REFUND -> "Refund";
            case ADJUSTMENT -> "Other out-of-cycle charges";
            case PURCHASE -> "Upfront";
            case UNUSED_COMMITMENT -> "Recurring";
        };
    }

    private Predicate<ChargeRow> filter(JsonNode filter) {
        if (filter.field("And").isPresent()) {
            return list(filter, "And").stream().map(this::filter).reduce(row -> true, Predicate::and);
        }
        if (filter.field("Not").isPresent()) {
            return filter(filter.field("Not").get()).negate();
        }
        if (filter.field("Tags").isPresent()) {
            JsonNode tags = filter.field("Tags").get();
            String key = text(tags, "Key");
            List<String> values =
                    list(tags, "Values").stream().map(JsonNode::text).toList();
            boolean absent = list(tags, "MatchOptions").stream()
                    .anyMatch(option -> option.text().equals("ABSENT"));
            return row -> absent
                    ? row.tags().value(key).orElse("").isEmpty()
                    : row.tags()
                            .value(key)
                            .filter(value -> !value.isEmpty())
                            .filter(values::contains)
                            .isPresent();
        }
        JsonNode dimensions = filter.field("Dimensions").orElseThrow();
        List<String> values =
                list(dimensions, "Values").stream().map(JsonNode::text).toList();
        return row -> values.contains(dimension(row, text(dimensions, "Key")));
    }

    private static int from(JsonNode body, String token) {
        return body.field(token).map(JsonNode::text).map(Integer::parseInt).orElse(0);
    }

    private static List<JsonNode> list(JsonNode node, String name) {
        return node.field(name).map(JsonNode::asArray).orElse(List.of());
    }

    private static String text(JsonNode node, String name) {
        return node.field(name).map(JsonNode::text).orElse("");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String object(String... members) {
        return Stream.of(members).filter(member -> !member.isEmpty()).collect(Collectors.joining(",", "{", "}"));
    }
}
