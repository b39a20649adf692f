package io.tagcompliance.billing;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillingPeriod;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The two questions that are asked of an export, as SQL that DuckDB and Athena both read: the lines of a period, and what the
 * rows of it add up to. Sums are made there, so that aggregates alone travel.
 */
final class BillSql {
    /** Twenty digits after the point: more than any provider bills. */
    private static final String EXACT = "DECIMAL(38,20)";

    private final RowForm form;
    private final String source;
    private final SqlEngine engine;

    /** @param source what stands after FROM */
    BillSql(RowForm form, String source, SqlEngine engine) {
        this.form = form;
        this.source = source;
        this.engine = engine;
    }

    /** The values of a column as exact numbers, by their shortest writing; null where a text is no number. */
    static String decimal(Column column) {
        return column.isText()
                ? "TRY_CAST(" + column.asTextOrNull() + " AS " + EXACT + ")"
                : "CAST(" + column.asText() + " AS " + EXACT + ")";
    }

    /** The lines, those of a resource together: every field, then the columns of tags, then the sum. */
    String lines(BillQuery query) {
        Map<Field, String> shown = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            shown.put(field, field.column());
        }
        List<String> tags = tagNames();
        String grouped = join(shown.values()) + comma(tags);
        return "SELECT " + join(shown.values()) + comma(tagTexts(tags)) + ", CAST(SUM(cost) AS VARCHAR)"
                + " FROM (" + countedRows(query) + ") counted"
                + " GROUP BY " + grouped + ", SIGN(cost)"
                + " ORDER BY resource";
    }

    private List<String> tagNames() {
        List<String> names = new ArrayList<>();
        form.tags().forEach(tag -> names.add("tag_" + names.size()));
        return names;
    }

    /** Maps of tags are grouped as they are, and written as JSON only after that. */
    private List<String> tagTexts(List<String> names) {
        List<String> texts = new ArrayList<>();
        for (TagColumn tag : form.tags()) {
            String name = names.get(texts.size());
            texts.add(tag.column().isNested() ? engine.json(name) : name);
        }
        return texts;
    }

    /** The rows of the period that count. */
    private String countedRows(BillQuery query) {
        String rows = "SELECT " + fields() + comma(tagColumns()) + ", " + cost(query) + " AS cost FROM " + source
                + " WHERE " + in(query.period());
        return form.splits().map(splits -> withoutOrigins(rows, splits, query)).orElse(rows);
    }

    /**
     * What was split doesn't count where its parts do: rows of the same dimensions as the parts, without being parts, that cost
     * together what the parts do. Parts are rounded, so that a thousandth is not looked at.
     */
    private String withoutOrigins(String rows, RowForm.Splits splits, BillQuery query) {
        String sums =
                "SELECT " + splits.origin() + " AS origin, SUM(CASE WHEN " + splits.part() + " THEN " + cost(query)
                        + " ELSE 0 END) AS parts, SUM(CASE WHEN " + splits.part() + " THEN 0 ELSE " + cost(query)
                        + " END) AS whole FROM " + source + " WHERE " + in(query.period()) + " GROUP BY 1";
        String split =
                "SELECT origin FROM (" + sums + ") sums WHERE parts <> 0 AND ABS(parts - whole) <= ABS(parts) / 1000";
        return rows + " AND (" + splits.part() + " OR " + splits.origin() + " NOT IN (" + split + "))";
    }

    private String fields() {
        return form.fields().entrySet().stream()
                .map(field -> field.getValue() + " AS " + field.getKey().column())
                .collect(Collectors.joining(", "));
    }

    private List<String> tagColumns() {
        List<String> columns = new ArrayList<>();
        form.tags().forEach(tag -> columns.add(tag.column().quoted() + " AS tag_" + columns.size()));
        return columns;
    }

    private String cost(BillQuery query) {
        RowForm.Cost cost = form.cost(query.metric());
        return cost.text() == RowForm.Cost.Kind.TEXT
                ? "TRY_CAST(NULLIF(NULLIF(TRIM(" + cost.sql() + "), ''), 'NULL') AS " + EXACT + ")"
                : "CAST(CAST(" + cost.sql() + " AS VARCHAR) AS " + EXACT + ")";
    }

    private String in(BillingPeriod period) {
        return day() + " >= '" + period.start() + "' AND " + day() + " < '" + period.end() + "'";
    }

    /** The day as ISO 8601 writes it, by which days are ordered as texts too. */
    private String day() {
        return "SUBSTR(" + form.time().asText() + ", 1, 10)";
    }

    /**
     * What the rows add up to, for each currency: the sum, how many, the last day, how many without a cost, how many whose
     * cost is no number; and of the whole export the first and the last day, and how many rows have none.
     */
    String totals(BillQuery query) {
        String rows = "SELECT " + form.fields().get(Field.CURRENCY) + " AS currency, " + cost(query) + " AS cost, "
                + wrong(query) + " AS wrong, " + day() + " AS day FROM " + source
                + form.splits()
                        .map(splits -> " WHERE NOT (" + in(query.period()) + ") OR ("
                                + afterWhere(withoutOrigins("", splits, query)) + ")")
                        .orElse("");
        String inside = "day >= '" + query.period().start() + "' AND day < '"
                + query.period().end() + "'";
        return "SELECT currency, CAST(SUM(cost) FILTER (WHERE " + inside + ") AS VARCHAR)"
                + ", COUNT(*) FILTER (WHERE " + inside + ")"
                + ", MAX(day) FILTER (WHERE " + inside + ")"
                + ", COUNT(*) FILTER (WHERE " + inside + " AND cost IS NULL AND NOT wrong)"
                + ", COUNT(*) FILTER (WHERE wrong)"
                + ", MIN(day), MAX(day)"
                + ", COUNT(*) FILTER (WHERE TRY_CAST(day AS DATE) IS NULL)"
                + " FROM (" + rows + ") every GROUP BY currency";
    }

    private static String afterWhere(String conditions) {
        return conditions.substring(" AND ".length());
    }

    /** Whether a row says an amount that is no number. */
    private String wrong(BillQuery query) {
        List<String> wrong = form.cost(query.metric()).texts().stream()
                .map(column -> column.asTextOrNull() + " IS NOT NULL AND " + decimal(column) + " IS NULL")
                .toList();
        return wrong.isEmpty() ? "FALSE" : "(" + String.join(" OR ", wrong) + ")";
    }

    private static String join(Iterable<String> parts) {
        return String.join(", ", parts);
    }

    private static String comma(List<String> parts) {
        return parts.isEmpty() ? "" : ", " + join(parts);
    }
}
