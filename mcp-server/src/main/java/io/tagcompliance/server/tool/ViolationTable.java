package io.tagcompliance.server.tool;

import io.tagcompliance.core.check.ResourceViolations;
import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.policy.Demand;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Violations as the rows of a table: one for each resource and rule that it fails. Texts are as the cloud has them. */
final class ViolationTable {
    private ViolationTable() {}

    /** A resource, and one of its violations. */
    private record Row(ResourceViolations found, Violation violation) {
        Resource resource() {
            return found.resource();
        }
    }

    /** What a table may have. */
    enum Column {
        RESOURCE_ID(row -> row.resource().id().text()),
        CLOUD_PROVIDER(row -> row.resource().id().cloud().id()),
        RESOURCE_TYPE(row -> row.resource().type().name()),
        ACCOUNT_ID(row -> row.resource().location().account().text()),
        REGION(row -> row.resource().location().region().text()),
        NAME(row -> row.resource().name()),
        TAG(row -> row.violation().tag()),
        ISSUE(row -> row.violation().issue()),
        SEVERITY(row -> row.violation().severity().label()),
        CURRENT_VALUE(row -> Rows.value(row.violation()).orElse("")),
        FOUND_KEY(row -> Rows.foundKey(row.violation()).orElse("")),
        ALLOWED_VALUES(row -> Rows.demand(row.violation())
                .map(Rows::allowedValues)
                .map(values -> String.join(" | ", values))
                .orElse("")),
        PATTERN(row -> Rows.demand(row.violation()).map(ViolationTable::pattern).orElse("")),
        CLOSEST_ALLOWED_VALUE(row -> Rows.closest(row.violation()).orElse("")),
        RULE_ID(row -> row.violation().rule().text()),
        COST_IMPACT_MONTHLY(row -> row.found().cost() instanceof MonthlyCost.Known known
                ? Amounts.exact(known.money()).toPlainString()
                : ""),
        CURRENCY(row -> row.found().cost() instanceof MonthlyCost.Known known
                ? known.money().currency().getCurrencyCode()
                : "");

        private final Function<Row, String> text;

        Column(Function<Row, String> text) {
            this.text = text;
        }

        /** Its name in tables and arguments. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> labels() {
            return Arrays.stream(values()).map(Column::label).toList();
        }
    }

    private static String pattern(Demand demand) {
        String pattern = Rows.pattern(demand);
        return pattern == null ? "" : pattern;
    }

    /** The rows of a resource. */
    static List<List<String>> rows(ResourceViolations found, List<Column> columns) {
        return found.violations().stream()
                .map(violation -> new Row(found, violation))
                .map(row ->
                        columns.stream().map(column -> column.text.apply(row)).toList())
                .toList();
    }
}
