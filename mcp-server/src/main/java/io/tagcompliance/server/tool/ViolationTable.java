package io.tagcompliance.server.tool;

import io.tagcompliance.core.check.ResourceViolations;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.server.table.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

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

        private Cell of(Row row) {
            Resource resource = row.resource();
            Violation violation = row.violation();
            return switch (this) {
                case RESOURCE_ID -> text(row.people.text(resource.id().text()));
                case CLOUD_PROVIDER -> text(resource.id().cloud().id());
                case RESOURCE_TYPE -> text(resource.type().name());
                case ACCOUNT_ID -> text(resource.location().account().text());
                case REGION -> text(resource.location().region().text());
                case NAME -> text(row.people.text(resource.name()));
                case TAG -> text(row.people.text(violation.tag()));
                case ISSUE -> text(violation.issue());
                case SEVERITY -> text(violation.severity().label());
                case CURRENT_VALUE -> Cell.of(Rows.value(violation).map(row::found));
                case FOUND_KEY -> Cell.of(Rows.foundKey(violation).map(row.people::text));
                case ALLOWED_VALUES ->
                    new Cell.Texts(Rows.demand(violation).stream()
                            .flatMap(demand -> Rows.allowedValues(demand).stream())
                            .map(row::value)
                            .toList());
                case PATTERN -> Cell.of(Rows.demand(violation).flatMap(ViolationTable::pattern));
                case CLOSEST_ALLOWED_VALUE -> Cell.of(Rows.closest(violation).map(row::value));
                case RULE_ID -> text(violation.rule().text());
                case COST_IMPACT_MONTHLY ->
                    row.cost()
                            .<Cell>map(money -> new Cell.Amount(Amounts.exact(money)))
                            .orElse(Cell.NOTHING);
                case CURRENCY ->
                    Cell.of(row.cost().map(money -> money.currency().getCurrencyCode()));
            };
        }

        private static Cell text(String text) {
            return new Cell.Text(text);
        }

        /** Its name in tables and arguments. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> labels() {
            return Arrays.stream(values()).map(Column::label).toList();
        }
    }

    private static Optional<String> pattern(Demand demand) {
        return Optional.ofNullable(Rows.pattern(demand));
    }

    /** The rows of a resource, for the rules that are wanted. */
    List<List<Cell>> rows(ResourceViolations found, Predicate<RuleId> wanted) {
        return found.violations().stream()
                .filter(violation -> wanted.test(violation.rule()))
                .map(violation -> new Row(found, violation, people))
                .map(row -> columns.stream().map(column -> column.of(row)).toList())
                .toList();
    }
}
