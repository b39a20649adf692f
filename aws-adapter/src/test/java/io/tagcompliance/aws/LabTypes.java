package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the lab answers for each type: how its list goes, and how a single one is told. */
final class LabTypes {
    private final LabEstate estate;
    private final LabPaging paging;
    private final Map<String, LabRow> rows = new HashMap<>();

    LabTypes(LabEstate estate, LabPaging paging) {
        this.estate = estate;
        this.paging = paging;
        Stream.of(LabEc2.ROWS, LabCompute.ROWS, LabData.ROWS, LabPlatform.ROWS, LabTools.ROWS)
                .flatMap(List::stream)
                .forEach(row -> rows.put(row.operation(), row));
    }

    Optional<LabAnswer> answer(LabCall call) {
        String operation = call.field("Version").equals("2012-06-01")
                ? call.operation().replace("elasticloadbalancing", "classic")
                : call.operation();
        if (operation.equals("tag:GetResources")) {
            return Optional.of(everTagged(call));
        }
        return Optional.ofNullable(rows.get(operation)).map(row -> switch (row) {
            case LabRow.Lists lists -> list(call, lists);
            case LabRow.Tells tells -> tell(call, tells);
        });
    }

    private LabAnswer list(LabCall call, LabRow.Lists row) {
        boolean filtered = row.filters().stream().anyMatch(call::asksFor);
        List<Resource> all = filtered ? estate.namedIn(call, row.type()).toList() : estate.of(call, row.type());
        List<Resource> some = Stream.concat(
                        all.stream(), row.besides().stream().map(name -> besides(call, row.type(), name)))
                .filter(resource -> row.listed().test(call, resource))
                .toList();
        if (filtered && some.isEmpty() && !row.absent().isEmpty()) {
            return LabAnswer.absent(call, 400, row.absent());
        }
        var page =
                row.token().isEmpty() ? new LabPaging.Slice<>(some, "") : paging.slice(call, token(call, some), some);
        Map<String, Object> members = new HashMap<>();
        List<Object> items = page.items().stream().map(row.item()).toList();
        put(members, row.items(), items);
        if (!page.next().isEmpty()) {
            row.token().forEach(name -> put(members, name, isFlag(name) ? true : page.next()));
        }
        return LabWire.answer(call, members);
    }

    private static Resource besides(LabCall call, String type, String name) {
        Resource own = LabEstate.resource(type, new Region(call.region()), name, TagReading.known(Map.of()));
        return LabEstate.in(new AccountId(call.account()), own);
    }

    private static boolean isFlag(String name) {
        return name.endsWith("IsTruncated") || name.endsWith("Truncated") || name.startsWith("HasMore");
    }

    /** Firehose goes on after the last name, and so it has no token to give. */
    private static String token(LabCall call, List<Resource> some) {
        String token = call.token();
        if (token.isEmpty() || token.equals("again") || token.chars().allMatch(Character::isDigit)) {
            return token;
        }
        List<String> names = some.stream().map(Resource::name).toList();
        return Integer.toString(names.indexOf(token) + 1);
    }

    private LabAnswer tell(LabCall call, LabRow.Tells row) {
        List<Resource> named = row.types().stream()
                .flatMap(type -> estate.namedIn(call, type))
                .filter(resource -> row.told().test(call, resource))
                .toList();
        // A service has the name of its cluster, whose tags are asked by the same call.
        return named.stream()
                .filter(resource -> call.values().contains(resource.id().text()))
                .findFirst()
                .or(() -> named.stream().findFirst())
                .map(resource -> LabWire.answer(call, row.members().apply(resource)))
                .orElseGet(() -> row.absent().isEmpty()
                        ? LabWire.answer(call, Map.of())
                        : LabAnswer.absent(call, row.status(), row.absent()));
    }

    /** Puts a value at the end of a path of members. */
    private static void put(Map<String, Object> members, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            members.put(path, value);
            return;
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> inner = (Map<String, Object>)
                members.computeIfAbsent(path.substring(0, dot), absent -> new HashMap<String, Object>());
        put(inner, path.substring(dot + 1), value);
    }

    /** As the Tagging API does: nothing of what was never tagged, and types by filters. */
    private LabAnswer everTagged(LabCall call) {
        Function<AwsType.Separate, String> filter = AwsType.Separate::filter;
        List<Resource> tagged = new ArrayList<>();
        for (AwsType type : AwsTypes.ALL) {
            if (type.tags() instanceof AwsType.Separate separate && call.mentions(filter.apply(separate))) {
                estate.of(call, type.type().name()).stream()
                        .filter(resource -> resource.name().startsWith("once-")
                                || !LabEstate.tags(resource).isEmpty())
                        .forEach(tagged::add);
            }
        }
        var page = paging.slice(call, call.token(), tagged);
        return LabWire.answer(
                call,
                Map.of(
                        "ResourceTagMappingList",
                        page.items().stream()
                                .map(resource -> Map.<String, Object>of(
                                        "ResourceARN", resource.id().text(), "Tags", LabEstate.tags(resource)))
                                .toList(),
                        "PaginationToken",
                        page.next()));
    }
}
