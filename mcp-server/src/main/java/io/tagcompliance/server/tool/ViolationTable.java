package io.tagcompliance.server.tool;

import io.tagcompliance.core.check.ResourceViolations;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.RuleId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Violations as the rows of a table: one for each resource and rule that it fails. Texts are as the cloud has them, but for what
 * tells of persons.
 */
record ViolationTable(List<ViolationTable.Column> columns, PersonalData people) {
    /** A resource, one of its violations, and what is told of persons. */
    private record Row(ResourceViolations found, Violation violation, PersonalData people) {
        Resource resource() {
            return found.resource();
        }

        Optional<Money> cost() {
            return found.cost() instanceof MonthlyCost.Known known ? Optional.of(known.money()) : Optional.empty();
        }

        /** A value of the tag that is violated. */
        String value(String value) {
            return people.value(violation.tag(), value);
        }

        /** A value as the resource has it, which may stand under another key: either may name persons. */
        String found(String value) {
            String here = people.value(Rows.foundKey(violation).orElse(violation.tag()), value);
            return here.equals(value) ? value(value) : here;
        }
    }

    /** What a table may have. */
    enum Column {
        RESOURCE_ID,
        CLOUD_PROVIDER,
        RESOURCE_TYPE,
        ACCOUNT_ID,
        REGION,
        NAME,
        TAG,
        ISSUE,
        SEVERITY,
        CURRENT_VALUE,
        FOUND_KEY,
        ALLOWED_VALUES,
        PATTERN,
        CLOSEST_ALLOWED_VALUE,
        RULE_ID,
        COST_IMPACT_MONTHLY,
        CURRENCY;

        private String of(Row row) {
            Resource resource = row.resource();
            Violation violation = row.violation();
            return switch (this) {
                case RESOURCE_ID -> row.people.text(resource.id().text());
                case CLOUD_PROVIDER -> resource.id().cloud().id();
                case RESOURCE_TYPE -> resource.type().name();
                case ACCOUNT_ID -> resource.location().account().text();
                case REGION -> resource.location().region().text();
                case NAME -> row.people.text(resource.name());
                case TAG -> row.people.text(violation.tag());
                case ISSUE -> violation.issue();
                case SEVERITY -> violation.severity().label();
                case CURRENT_VALUE -> Rows.value(violation).map(row::found).orElse("");
                case FOUND_KEY -> Rows.foundKey(violation).map(row.people::text).orElse("");
                case ALLOWED_VALUES ->
                    Rows.demand(violation)
                            .map(demand -> Rows.allowedValues(demand).stream()
                                    .map(row::value)
                                    .collect(Collectors.joining(" | ")))
                            .orElse("");
                case PATTERN ->
                    Rows.demand(violation).map(ViolationTable::pattern).orElse("");
                case CLOSEST_ALLOWED_VALUE ->
                    Rows.closest(violation).map(row::value).orElse("");
                case RULE_ID -> violation.rule().text();
                case COST_IMPACT_MONTHLY ->
                    row.cost()
                            .map(money -> Amounts.exact(money).toPlainString())
                            .orElse("");
                case CURRENCY ->
                    row.cost().map(money -> money.currency().getCurrencyCode()).orElse("");
            };
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

    /** The rows of a resource, for the rules that are wanted. */
    List<List<String>> rows(ResourceViolations found, Predicate<RuleId> wanted) {
        return found.violations().stream()
                .filter(violation -> wanted.test(violation.rule()))
                .map(violation -> new Row(found, violation, people))
                .map(row -> columns.stream().map(column -> column.of(row)).toList())
                .toList();
    }
}
