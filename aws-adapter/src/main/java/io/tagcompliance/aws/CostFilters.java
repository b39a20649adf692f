package io.tagcompliance.aws;

import io.tagcompliance.policy.TagKey;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.costexplorer.model.Dimension;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinitionType;
import software.amazon.awssdk.services.costexplorer.model.MatchOption;

/** What Cost Explorer is asked for: which charges, and grouped by what. */
final class CostFilters {
    /** As Cost Explorer calls who sells other people's products. */
    private static final String MARKETPLACE = "AWS Marketplace";

    static final GroupDefinition BY_RECORD_TYPE = by(Dimension.RECORD_TYPE);
    static final GroupDefinition BY_RESOURCE = by(Dimension.RESOURCE_ID);
    static final GroupDefinition BY_SERVICE = by(Dimension.SERVICE);

    private CostFilters() {}

    private static GroupDefinition by(Dimension dimension) {
        return GroupDefinition.builder()
                .type(GroupDefinitionType.DIMENSION)
                .key(dimension.toString())
                .build();
    }

    static GroupDefinition by(TagKey key) {
        return GroupDefinition.builder()
                .type(GroupDefinitionType.TAG)
                .key(key.text())
                .build();
    }

    static Expression ofRecordTypes(Collection<String> types) {
        return is(Dimension.RECORD_TYPE, types);
    }

    static Expression ofService(String service) {
        return is(Dimension.SERVICE, List.of(service));
    }

    static Expression ofMarketplace() {
        return is(Dimension.BILLING_ENTITY, List.of(MARKETPLACE));
    }

    static Expression not(Expression filter) {
        return Expression.builder().not(filter).build();
    }

    private static Expression is(Dimension dimension, Collection<String> values) {
        return Expression.builder()
                .dimensions(chosen -> chosen.key(dimension).values(values))
                .build();
    }

    /** @param value empty = without the tag */
    static Expression ofTag(TagKey key, String value) {
        return Expression.builder()
                .tags(chosen -> {
                    chosen.key(key.text());
                    if (value.isEmpty()) {
                        chosen.matchOptions(MatchOption.ABSENT);
                    } else {
                        chosen.values(value);
                    }
                })
                .build();
    }

    /** All of these: Cost Explorer takes no AND of one. */
    static Expression all(List<Expression> filters) {
        return filters.size() == 1
                ? filters.getFirst()
                : Expression.builder().and(filters).build();
    }
}
