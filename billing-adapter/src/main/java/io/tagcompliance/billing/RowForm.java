package io.tagcompliance.billing;

import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.CostMetric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one form of export says what is read of a charge row. Everything is SQL over its columns. */
interface RowForm {
    /** For people: {@code FOCUS export}. */
    String name();

    /** Each field that the form has, in their order, as text; null in rows that don't say. */
    Map<Field, String> fields();

    /** The provider of rows that name none; empty where nobody can tell. */
    String provider();

    /** The column with the time at which a charge began. */
    Column time();

    /** The cost of a row; null where the row says none. */
    Cost cost(CostMetric metric);

    /** The columns that hold tags; of several with keys and values, later ones replace what earlier ones say. */
    List<TagColumn> tags();

    /** How split costs are told from what they were split from; empty where rows of this form never say a cost twice. */
    Optional<Splits> splits();

    /** What a charge is for. */
    ChargeKind kind(Stated row);

    /**
     * A key as the policy spells it, where this form writes keys another way; empty where it is the key of no resource's tag.
     *
     * @param policy the policy's spellings, by their form in snake case
     */
    Optional<String> spelled(String key, Map<String, String> policy);

    /** Whether this form has such a category; one that it doesn't have counts as usage. */
    boolean hasCategory(String category);

    /** What a reader of the figures has to know. */
    List<String> notes();

    /**
     * An amount.
     *
     * @param exact over the columns, an exact number
     * @param quick the same, where every amount has few digits
     * @param parts the columns that it is made of
     */
    record Cost(String exact, String quick, List<Column> parts) {
        /** The amounts of one column. */
        static Cost of(Column column) {
            return new Cost(column.asDecimal(Digits.ANY), column.asDecimal(Digits.FEW), List.of(column));
        }

        String sql(Digits digits) {
            return switch (digits) {
                case FEW -> quick;
                case ANY -> exact;
            };
        }

        /** Whether a row has an amount of many digits. */
        String hasManyDigits() {
            List<String> many = parts.stream()
                    .filter(Column::isDouble)
                    .map(Column::hasManyDigits)
                    .toList();
            return many.isEmpty() ? "FALSE" : "(" + String.join(" OR ", many) + ")";
        }
    }

    /**
     * How split costs are known.
     *
     * @param part   SQL that is true for rows that are parts
     * @param origin SQL for a text that a part and what it was split from have in common
     */
    record Splits(String part, String origin) {}

    /** What of a row decides what it is for. */
    record Stated(String category, String chargeClass, String commitment, String service, Parties parties) {}
}
