package io.tagcompliance.aws;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.policy.TagKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.CostAllocationTag;
import software.amazon.awssdk.services.costexplorer.model.CostAllocationTagStatus;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageWithResourcesResponse;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.Group;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinitionType;
import software.amazon.awssdk.services.costexplorer.model.ListCostAllocationTagsResponse;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;
import software.amazon.awssdk.services.costexplorer.model.ResultByTime;

/**
 * Cost Explorer, asked for one question about one period. Every page of every answer is counted as a paid call. Confined to one
 * thread.
 */
final class CostExplorer {
    static final Operation COSTS = Operation.of("ce:GetCostAndUsage");
    static final Operation RESOURCES = Operation.of("ce:GetCostAndUsageWithResources");
    static final Operation TAGS = Operation.of("ce:ListCostAllocationTags");

    /** As many keys as a call takes. */
    private static final int KEYS_AT_ONCE = 100;

    private final Place home;
    private final BillQuery query;
    private final PaidCalls paid;
    private boolean estimated;

    /** @param home the account of the credentials, in the Region of the only endpoint that a partition has */
    CostExplorer(Place home, BillQuery query, PaidCalls paid) {
        this.home = home;
        this.query = query;
        this.paid = paid;
    }

    /** Whether AWS called anything that it told so far an estimate. */
    boolean isEstimated() {
        return estimated;
    }

    /** Those of the keys that are activated for cost allocation, in order. */
    List<TagKey> activated(List<TagKey> keys) {
        List<String> active = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(from + KEYS_AT_ONCE, keys.size())).stream()
                    .map(TagKey::text)
                    .toList();
            Page.readAll(
                    TAGS,
                    token -> ask(TAGS, () -> tags(some, token)),
                    page -> page.items().stream()
                            .filter(tag -> tag.status() == CostAllocationTagStatus.ACTIVE)
                            .forEach(tag -> active.add(tag.tagKey())));
        }
        return keys.stream().filter(key -> active.contains(key.text())).toList();
    }

    private Page<CostAllocationTag> tags(List<String> keys, Token token) {
        ListCostAllocationTagsResponse answer = client().listCostAllocationTags(request -> {
            request.tagKeys(keys);
            token.into(request::nextToken);
        });
        return Page.of(answer.costAllocationTags(), answer.nextToken());
    }

    /**
     * The costs of the period, its months together.
     *
     * @param by     at most two: Cost Explorer takes no more
     * @param filter none = every charge
     */
    List<CostGroup> costs(List<GroupDefinition> by, List<Expression> filter) {
        return sums(COSTS, token -> months(by, filter, token), by, month -> List.of());
    }

    /**
     * The costs of resources in the period, each day by itself, which is the last of the keys. AWS has them of its last 14
     * days, for accounts that have opted in, and lists some thousand at most without saying that there are more.
     *
     * @param by     the resource, and one thing more at most
     * @param filter with one service
     * @see <a href="https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetCostAndUsageWithResources.html">what
     *     AWS demands</a>
     */
    List<CostGroup> costsOfResources(List<GroupDefinition> by, List<Expression> filter) {
        return sums(
                RESOURCES,
                token -> days(by, filter, token),
                by,
                day -> List.of(day.timePeriod().start()));
    }

    /** @param apart what else sums are told apart by than by what they are grouped by */
    private List<CostGroup> sums(
            Operation operation,
            Page.Call<ResultByTime> call,
            List<GroupDefinition> by,
            Function<ResultByTime, List<String>> apart) {
        record Key(List<String> keys, Currency currency) {}
        Map<Key, CostGroup> sums = new LinkedHashMap<>();
        Page.readAll(operation, token -> ask(operation, () -> call.at(token)), page -> {
            for (ResultByTime time : page.items()) {
                boolean isEstimate = Boolean.TRUE.equals(time.estimated());
                estimated |= isEstimate;
                for (Group group : time.groups()) {
                    CostGroup known = read(group, by).apart(apart.apply(time));
                    CostGroup one = isEstimate ? known.asEstimate() : known;
                    sums.merge(new Key(one.keys(), one.currency()), one, CostGroup::plus);
                }
            }
        });
        return List.copyOf(sums.values());
    }

    private <T> Page<T> ask(Operation operation, Supplier<Page<T>> call) {
        paid.take();
        return home.ask(operation, call);
    }

    private Page<ResultByTime> months(List<GroupDefinition> by, List<Expression> filter, Token token) {
        GetCostAndUsageResponse answer = client().getCostAndUsage(request -> {
            request.granularity(Granularity.MONTHLY)
                    .metrics(metric())
                    .timePeriod(period())
                    .groupBy(by);
            if (!filter.isEmpty()) {
                request.filter(CostFilters.all(filter));
            }
            token.into(request::nextPageToken);
        });
        return Page.of(answer.resultsByTime(), answer.nextPageToken());
    }

    /** Of single days: the only length of time that AWS has for every service. */
    private Page<ResultByTime> days(List<GroupDefinition> by, List<Expression> filter, Token token) {
        GetCostAndUsageWithResourcesResponse answer = client().getCostAndUsageWithResources(request -> {
            request.granularity(Granularity.DAILY)
                    .metrics(metric())
                    .timePeriod(period())
                    .groupBy(by)
                    .filter(CostFilters.all(filter));
            token.into(request::nextPageToken);
        });
        return Page.of(answer.resultsByTime(), answer.nextPageToken());
    }

    private DateInterval period() {
        return DateInterval.builder()
                .start(query.period().start().toString())
                .end(query.period().end().toString())
                .build();
    }

    private CostGroup read(Group group, List<GroupDefinition> by) {
        MetricValue cost = group.metrics().get(metric());
        if (cost == null || cost.amount() == null || group.keys().size() != by.size()) {
            throw unusable("Cost Explorer gave a sum without an amount: ask again later.");
        }
        List<String> keys = new ArrayList<>();
        for (int at = 0; at < by.size(); at++) {
            keys.add(plain(group.keys().get(at), by.get(at)));
        }
        return CostGroup.known(keys, currency(cost.unit()), amount(cost.amount()));
    }

    /** Of a tag its value alone; it may hold the sign after its key too. */
    private static String plain(String key, GroupDefinition by) {
        String prefix = by.key() + "$";
        if (by.type() != GroupDefinitionType.TAG) {
            return key;
        }
        if (!key.startsWith(prefix)) {
            throw unusable("Cost Explorer grouped by another tag than it was asked for: ask again later.");
        }
        return key.substring(prefix.length());
    }

    private static BigDecimal amount(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException wrong) {
            throw unusable("Cost Explorer gave an amount that is no number: ask again later.");
        }
    }

    private static Currency currency(@Nullable String unit) {
        return Optional.ofNullable(unit)
                .flatMap(code -> Currency.getAvailableCurrencies().stream()
                        .filter(one -> one.getCurrencyCode().equals(code))
                        .findFirst())
                .orElseThrow(() -> unusable("Cost Explorer gave an amount without a currency: ask again later."));
    }

    /** What is no sum of money, or contradicts what was told before. */
    static CloudException unusable(String remedy) {
        return CloudException.of(
                new ReadFailure(Kind.UNAVAILABLE, COSTS.name(), remedy),
                new IllegalStateException("an answer of Cost Explorer can't be used"));
    }

    private String metric() {
        return query.metric() == CostMetric.EFFECTIVE ? "AmortizedCost" : "UnblendedCost";
    }

    private CostExplorerClient client() {
        return home.client(CostExplorerClient.class, CostExplorerClient::builder);
    }
}
