package io.tagcompliance.billing;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillingPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The questions that are asked of an export, as SQL: the lines of a period, and what the rows of it add up to, which DuckDB and
 * Athena both read, and where one file of it is wrong. Sums are made there, so that aggregates alone travel.
 */
final class BillSql {
    private final RowForm form;
    private final String source;
    private final SqlEngine engine;

    /** @param source what stands after FROM */
    BillSql(RowForm form, String source, SqlEngine engine) {
        this.form = form;
        this.source = source;
        this.engine = engine;
    }

    /**
     * The lines: joined, the fields that many lines have in common; and joined, those about a resource, the columns of tags, and the
     * sum.
     */
    String lines(BillQuery query, Digits digits) {
        Map<Boolean, List<String>> named = form.fields().keySet().stream()
                .collect(Collectors.partitioningBy(
                        Field::isOfOneResource, Collectors.mapping(Field::column, Collectors.toList())));
        List<String> shared = named.getOrDefault(false, List.of());
        List<String> ofOne = named.getOrDefault(true, List.of());
        List<String> tags = tagNames();
        List<String> own = Stream.of(ofOne, tagTexts(tags), List.of("CAST(SUM(cost) AS VARCHAR)"))
                .flatMap(List::stream)
                .toList();
        String alike = Stream.of(shared, ofOne, tags, List.of("cost < 0"))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        return "SELECT " + JoinedTexts.sql(shared) + ", " + JoinedTexts.sql(own) + " FROM ("
                + countedRows(query, digits) + ") counted GROUP BY " + alike;
    }

    private List<String> tagNames() {
        List<String> names = new ArrayList<>();
        form.tags().forEach(tag -> names.add("tag_" + names.size()));
        return names;
    }

    /** What isn't text is grouped as it is, and written only after that: maps of tags as JSON. */
    private List<String> tagTexts(List<String> names) {
        List<String> texts = new ArrayList<>();
        for (TagColumn tag : form.tags()) {
            String name = names.get(texts.size());
            texts.add(
                    tag.column().isNested()
                            ? engine.json(name)
                            : new Column(name, tag.column().type()).asText());
        }
        return texts;
    }

    /** The rows of the period that count. */
    private String countedRows(BillQuery query, Digits digits) {
        String rows = "SELECT " + fields() + comma(tagColumns()) + ", "
                + form.cost(query.metric()).sql(digits) + " AS cost FROM " + source + " WHERE " + in(query.period());
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
        return form.cost(query.metric()).exact();
    }

    private String in(BillingPeriod period) {
        return within(form.time().asDay(), period);
    }

    private String within(String day, BillingPeriod period) {
        return day + " >= " + form.time().literal(period.start()) + " AND " + day + " < "
                + form.time().literal(period.end());
    }

    /**
     * What the rows add up to, for each currency: the sum, how many, the last day, how many without a cost, how many whose
     * cost is no number; and of the whole export the first and the last day, how many rows have none, and how many have an
     * amount of many digits.
     */
    String totals(BillQuery query) {
        String rows = "SELECT " + form.fields().getOrDefault(Field.CURRENCY, "CAST(NULL AS VARCHAR)") + " AS currency, "
                + cost(query) + " AS cost, " + wrong(query) + " AS wrong, "
                + form.cost(query.metric()).hasManyDigits() + " AS many, "
                + form.time().asDay() + " AS day FROM " + source
                + form.splits()
                        .map(splits -> " WHERE NOT (" + in(query.period()) + ") OR ("
                                + afterWhere(withoutOrigins("", splits, query)) + ")")
                        .orElse("");
        String inside = within("day", query.period());
        String days = "SELECT currency, day, SUM(cost) AS cost, COUNT(*) AS n"
                + ", COUNT(*) FILTER (WHERE cost IS NULL AND NOT wrong) AS costless"
                + ", COUNT(*) FILTER (WHERE wrong) AS wrong, COUNT(*) FILTER (WHERE many) AS many"
                + " FROM (" + rows + ") every GROUP BY currency, day";
        return "SELECT currency, CAST(SUM(cost) FILTER (WHERE " + inside + ") AS VARCHAR)"
                + ", COALESCE(SUM(n) FILTER (WHERE " + inside + "), 0)"
                + ", CAST(MAX(day) FILTER (WHERE " + inside + ") AS VARCHAR)"
                + ", COALESCE(SUM(costless) FILTER (WHERE " + inside + "), 0)"
                + ", SUM(wrong)"
                + ", CAST(MIN(day) AS VARCHAR), CAST(MAX(day) AS VARCHAR)"
                + ", COALESCE(SUM(n) FILTER (WHERE " + form.time().isNoDay("day") + "), 0), SUM(many)"
                + " FROM (" + days + ") days GROUP BY currency";
    }

    /** The number of the first row that {@link #totals} counts as wrong, or as without a day. */
    String firstWrong(BillQuery query) {
        return "SELECT CAST(MIN(n) AS VARCHAR) FROM (SELECT ROW_NUMBER() OVER () AS n, " + wrong(query) + " AS wrong, "
                + form.time().asDay() + " AS day FROM " + source
                + ") numbered WHERE wrong OR " + form.time().isNoDay("day");
    }

    private static String afterWhere(String conditions) {
        return conditions.substring(" AND ".length());
    }

    /** Whether a row says an amount that is no number. */
    private String wrong(BillQuery query) {
        List<String> wrong = form.cost(query.metric()).parts().stream()
                .filter(Column::isText)
                .map(text -> text.asTextOrNull() + " IS NOT NULL AND " + text.asDecimal(Digits.ANY) + " IS NULL")
                .toList();
        return wrong.isEmpty() ? "FALSE" : "(" + String.join(" OR ", wrong) + ")";
    }

    private static String comma(List<String> parts) {
        return parts.isEmpty() ? "" : ", " + String.join(", ", parts);
    }
}
