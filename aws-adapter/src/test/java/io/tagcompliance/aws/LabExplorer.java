package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Resource Explorer of the lab, off until a test switches it on: an aggregator index in Virginia in each account. As AWS
 * does, it gives no token with a page of exactly 1,000.
 */
final class LabExplorer {
    private static final int PAGE_WITHOUT_TOKEN = 1000;
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

    private final LabEstate estate;
    private volatile Predicate<Resource> indexed = resource -> false;
    private volatile Instant reported = Instant.EPOCH;
    private final Map<Region, Instant> late = new ConcurrentHashMap<>();
    private final Map<Region, Instant> made = new ConcurrentHashMap<>();
    private final Set<Region> updated = ConcurrentHashMap.newKeySet();
    private final Set<String> blind = ConcurrentHashMap.newKeySet();
    private final List<String> locals = new ArrayList<>(List.of("eu-west-1", "us-west-2"));
    private volatile List<LabView> views = List.of(LabView.values());

    LabExplorer(LabEstate estate) {
        this.estate = estate;
    }

    /** From now on the index has those resources, and heard of each at that time. */
    void index(Predicate<Resource> some, Instant at) {
        indexed = some;
        reported = at;
    }

    /** Of one Region the index heard last at that time. */
    void lag(Region region, Instant at) {
        late.put(region, at);
    }

    /** The index of a Region was made at that time. */
    void make(Region region, Instant at) {
        made.put(region, at);
    }

    /** The index of a Region is being made, or made another. */
    void update(Region region) {
        updated.add(region);
    }

    /** The index doesn't know a type of that name. */
    void forgetTheType(String name) {
        blind.add(name);
    }

    /** These are the only views that anybody made. */
    void view(LabView... made) {
        views = List.of(made);
    }

    /** A Region never had an index of its own. */
    void forgetTheIndexOf(Region region) {
        locals.remove(region.text());
    }

    static boolean answers(LabCall call) {
        return call.service().equals("resource-explorer-2");
    }

    LabAnswer answer(LabCall call) {
        return switch (call.path()) {
            case "/ListIndexes" -> indexes();
            case "/GetIndex" -> index(new Region(call.region()));
            case "/ListViews" ->
                LabAnswer.ok(views.stream()
                        .map(view -> "\"" + view.arn(call.account()) + "\"")
                        .collect(Collectors.joining(",", "{\"Views\":[", "]}")));
            case "/GetView" -> LabAnswer.ok(LabView.of(call.field("ViewArn")).json(call.account()));
            case "/ListSupportedResourceTypes" -> types();
            case "/ListResources" -> resources(call);
            default -> LabAnswer.error(call, 400, "UnknownOperation");
        };
    }

    private LabAnswer indexes() {
        boolean on = !reported.equals(Instant.EPOCH);
        String local = locals.stream()
                .map(",{\"Region\":\"%s\",\"Type\":\"LOCAL\"}"::formatted)
                .collect(Collectors.joining());
        return LabAnswer.ok(
                on
                        ? "{\"Indexes\":[{\"Region\":\"us-east-1\",\"Type\":\"AGGREGATOR\"}" + local + "]}"
                        : "{\"Indexes\":[]}");
    }

    private LabAnswer index(Region region) {
        return LabAnswer.ok("{\"State\":\"%s\",\"CreatedAt\":\"%s\"}"
                .formatted(updated.contains(region) ? "UPDATING" : "ACTIVE", made.getOrDefault(region, LONG_AGO)));
    }

    /** All that the lab has but topics, to which this index is blind. */
    private LabAnswer types() {
        Stream<String> kinds = Stream.of("app", "net", "gwy").map(kind -> "elasticloadbalancing:loadbalancer/" + kind);
        return LabAnswer.ok(
                Stream.concat(AwsTypes.ALL.stream().map(type -> type.type().name()), kinds)
                        .filter(name -> !name.equals("sns:topic") && !blind.contains(name))
                        .map("{\"ResourceType\":\"%s\",\"Service\":\"x\"}"::formatted)
                        .collect(Collectors.joining(",", "{\"ResourceTypes\":[", "]}")));
    }

    private LabAnswer resources(LabCall call) {
        LabView view = LabView.of(call.field("ViewArn"));
        if (view == LabView.WITHOUT_TAGS) {
            return LabAnswer.error(call, 400, "ValidationException");
        }
        List<Resource> all = estate.resources().stream()
                .filter(resource -> resource.location().account().text().equals(call.account()))
                .filter(indexed)
                .filter(view::shows)
                .toList();
        int page = Integer.parseInt(call.number("MaxResults"));
        int from = call.field("NextToken").isEmpty() ? 0 : Integer.parseInt(call.field("NextToken"));
        int to = Math.min(from + page, all.size());
        String items = all.subList(from, to).stream().map(this::item).collect(Collectors.joining(","));
        String unread = from == 0
                ? "{\"Arn\":\"arn:aws:iot:us-east-1:123456789012:thing/lamp\",\"Region\":\"us-east-1\","
                        + "\"ResourceType\":\"iot:thing\",\"LastReportedAt\":\"" + reported + "\"}"
                : "";
        boolean more = to < all.size() && to - from < PAGE_WITHOUT_TOKEN;
        return LabAnswer.ok(
                "{\"Resources\":[" + String.join(items.isEmpty() || unread.isEmpty() ? "" : ",", unread, items) + "]"
                        + (more ? ",\"NextToken\":\"" + to + "\"" : "") + "}");
    }

    private String item(Resource resource) {
        return """
                {"Arn":"%s","OwningAccountId":"%s","Region":"%s","ResourceType":"%s","LastReportedAt":"%s"}""".formatted(
                        resource.id().text(),
                        resource.location().account(),
                        resource.location().region(),
                        resource.type().name(),
                        late.getOrDefault(resource.location().region(), reported));
    }
}
