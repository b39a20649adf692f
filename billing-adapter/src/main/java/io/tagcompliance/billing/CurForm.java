package io.tagcompliance.billing;

import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.CostMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * AWS Cost and Usage Reports, the legacy one (columns like {@code lineItem/UnblendedCost} in CSV,
 * {@code line_item_unblended_cost} in Parquet, a column for each tag) and 2.0 (maps of tags and of product attributes).
 *
 * <p>Effective cost is put together as AWS's page "Understanding your amortized data" does it: usage that a commitment covered
 * counts with its share of the commitment, and what of a commitment was not used counts by itself. Rows of split cost
 * allocation carry their cost in columns of their own, which aren't read, so that nothing counts twice.
 */
final class CurForm implements RowForm {
    private static final String UNBLENDED = "line_item_unblended_cost";
    private static final List<String> AMOUNTS = List.of(
            UNBLENDED,
            "savings_plan_savings_plan_effective_cost",
            "savings_plan_total_commitment_to_date",
            "savings_plan_used_commitment",
            "reservation_effective_cost",
            "reservation_unused_amortized_upfront_fee_for_billing_period",
            "reservation_unused_recurring_fee");
    private static final String TAGS = "resource_tags";

    /** Tags of resources, accounts and users, and cost categories, each with what it is of before its key. */
    private static final String ALL_TAGS = "tags";

    private static final List<String> TAG_PREFIXES = List.of("resource_tags_user_", "resource_tags_aws_");

    private static final Map<Field, List<String>> NAMES = Map.of(
            Field.PUBLISHER, List.of("bill_billing_entity"),
            Field.CURRENCY, List.of("line_item_currency_code"),
            Field.CATEGORY, List.of("line_item_line_item_type"),
            Field.SERVICE, List.of("line_item_product_code"),
            Field.ACCOUNT, List.of("line_item_usage_account_id", "bill_payer_account_id"),
            Field.REGION, List.of("product_region_code", "product_region"),
            Field.RESOURCE, List.of("line_item_resource_id"));

    private final Columns columns;
    private final List<TagColumn> tags;
    private final boolean keepsCase;

    private CurForm(Columns columns) {
        this.columns = columns;
        this.tags = tags(columns);
        this.keepsCase = CurNames.keepsCase(tags) || (columns.has(ALL_TAGS) && !columns.has(TAGS));
    }

    /** This form, where the columns are those of it. */
    static Optional<RowForm> of(List<Column> all) {
        Columns columns = new Columns(all, CurNames::snakeCase);
        boolean fits = Stream.of("line_item_line_item_type", "line_item_usage_start_date", UNBLENDED)
                .allMatch(columns::has);
        return fits ? Optional.of(new CurForm(columns)) : Optional.empty();
    }

    @Override
    public String name() {
        return "CUR export";
    }

    @Override
    public Map<Field, String> fields() {
        return columns.fields(NAMES);
    }

    @Override
    public String provider() {
        return "AWS";
    }

    @Override
    public Column time() {
        return columns.find("line_item_usage_start_date").orElseThrow();
    }

    @Override
    public Cost cost(CostMetric metric) {
        return switch (metric) {
            case BILLED -> Cost.of(columns.find(UNBLENDED).orElseThrow());
            case EFFECTIVE -> new Cost(effective(Digits.ANY), effective(Digits.FEW), amounts());
        };
    }

    private List<Column> amounts() {
        return AMOUNTS.stream().flatMap(name -> columns.find(name).stream()).toList();
    }

    private String effective(Digits digits) {
        String type = columns.firstOf("line_item_line_item_type");
        return "CASE " + type
                // What most rows are comes first, since the others aren't compared then.
                + " WHEN 'Usage' THEN " + amount(UNBLENDED, digits)
                + " WHEN 'SavingsPlanCoveredUsage' THEN " + amount("savings_plan_savings_plan_effective_cost", digits)
                + " WHEN 'SavingsPlanRecurringFee' THEN " + amount("savings_plan_total_commitment_to_date", digits)
                + " - "
                + amount("savings_plan_used_commitment", digits)
                + " WHEN 'SavingsPlanNegation' THEN 0 WHEN 'SavingsPlanUpfrontFee' THEN 0"
                + " WHEN 'DiscountedUsage' THEN " + amount("reservation_effective_cost", digits)
                + " WHEN 'RIFee' THEN " + amount("reservation_unused_amortized_upfront_fee_for_billing_period", digits)
                + " + "
                + amount("reservation_unused_recurring_fee", digits)
                + " WHEN 'Fee' THEN CASE WHEN "
                + columns.firstOf("reservation_reservation_a_r_n", "reservation_reservation_arn")
                + " <> '' THEN 0 ELSE " + amount(UNBLENDED, digits) + " END"
                + " ELSE " + amount(UNBLENDED, digits) + " END";
    }

    /** An amount that is none where the column isn't there or says nothing. */
    private String amount(String name, Digits digits) {
        return columns.find(name)
                .map(column -> "COALESCE(" + column.asDecimal(digits) + ", 0)")
                .orElse("0");
    }

    @Override
    public List<TagColumn> tags() {
        return tags;
    }

    private static List<TagColumn> tags(Columns columns) {
        Optional<Column> map = columns.find(TAGS).or(() -> columns.find(ALL_TAGS));
        if (map.isPresent()) {
            return List.of(new TagColumn("", map.get()));
        }
        List<TagColumn> tags = new ArrayList<>();
        for (Column column : columns.all()) {
            TAG_PREFIXES.stream()
                    .filter(CurNames.snakeCase(column.header())::startsWith)
                    .forEach(prefix -> tags.add(new TagColumn(CurNames.tagKey(column.header(), prefix), column)));
        }
        return tags;
    }

    @Override
    public Optional<Splits> splits() {
        return Optional.empty();
    }

    @Override
    public ChargeKind kind(Stated row) {
        if (row.service().toLowerCase(Locale.ROOT).contains("support")) {
            return ChargeKind.SUPPORT;
        }
        return switch (row.category()) {
            case "Usage", "DiscountedUsage", "SavingsPlanCoveredUsage" ->
                row.parties().publisher().equalsIgnoreCase("AWS Marketplace")
                        ? ChargeKind.MARKETPLACE
                        : ChargeKind.USAGE;
            case "Tax" -> ChargeKind.TAX;
            case "Credit", "BundledDiscount", "EdpDiscount", "PrivateRateDiscount", "SavingsPlanNegation" ->
                ChargeKind.CREDIT;
            case "Refund" -> ChargeKind.REFUND;
            case "SavingsPlanRecurringFee", "RIFee" -> ChargeKind.UNUSED_COMMITMENT;
            case "Fee", "SavingsPlanUpfrontFee" -> ChargeKind.PURCHASE;
            default -> ChargeKind.ADJUSTMENT;
        };
    }

    @Override
    public Optional<String> spelled(String key, Map<String, String> policy) {
        if (columns.has(ALL_TAGS) && !columns.has(TAGS)) {
            return CurNames.keyOfResource(key);
        }
        if (keepsCase) {
            return Optional.of(key);
        }
        String plain = columns.has(TAGS) ? CurNames.plainKey(key) : key;
        String snake = CurNames.snakeCase(plain);
        return Optional.of(
                snake.equals(plain) || plain.startsWith(CurNames.OF_AWS) ? policy.getOrDefault(snake, plain) : plain);
    }

    @Override
    public boolean hasCategory(String category) {
        return true;
    }

    @Override
    public List<String> notes() {
        return keepsCase
                ? List.of()
                : List.of(
                        "the export writes keys in lower case with underscores, so wrong key case can't be seen in it");
    }
}
