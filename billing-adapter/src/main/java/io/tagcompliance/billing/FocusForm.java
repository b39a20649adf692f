package io.tagcompliance.billing;

import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.CostMetric;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * FOCUS 1.0 to 1.4, of any provider. Columns that a version renamed or added are taken where they are.
 *
 * <p>Split costs (1.3): a part has an allocation method and an allocated resource, and what it was split from has the same
 * dimensions without these. See the FOCUS specification, "Data Generator-Calculated Split Cost Allocation Handling".
 */
final class FocusForm implements RowForm {
    private static final Set<String> CATEGORIES = Set.of("usage", "purchase", "tax", "credit", "adjustment");
    private static final Pattern SUPPORT = Pattern.compile("\\bsupport\\b", Pattern.CASE_INSENSITIVE);
    private static final List<String> SAME_IN_PARTS =
            List.of("resourceid", "chargeperiodstart", "chargecategory", "chargedescription", "skuid", "skupriceid");

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            Map.entry(Field.PROVIDER, List.of("providername", "invoiceissuername")),
            Map.entry(Field.PUBLISHER, List.of("publishername")),
            Map.entry(Field.CURRENCY, List.of("billingcurrency")),
            Map.entry(Field.CATEGORY, List.of("chargecategory")),
            Map.entry(Field.CLASS, List.of("chargeclass")),
            Map.entry(Field.COMMITMENT, List.of("commitmentdiscountstatus")),
            Map.entry(Field.SERVICE, List.of("servicename")),
            Map.entry(Field.ACCOUNT, List.of("subaccountid", "billingaccountid")),
            Map.entry(Field.REGION, List.of("regionid", "region")),
            Map.entry(Field.RESOURCE, List.of("allocatedresourceid", "resourceid")),
            Map.entry(Field.RESOURCE_TYPE, List.of("resourcetype")));

    /** In their stead, where the export has these. */
    private static final Map<Field, List<String>> MAKERS = Map.of(
            Field.PROVIDER, List.of("providername"),
            Field.SERVICE_PROVIDER, List.of("serviceprovidername"),
            Field.HOST, List.of("hostprovidername"),
            Field.ISSUER, List.of("invoiceissuername"));

    private final Columns columns;

    private FocusForm(Columns columns) {
        this.columns = columns;
    }

    /** This form, where the columns are those of it. */
    static Optional<RowForm> of(List<Column> all) {
        Columns columns = new Columns(all, name -> name.strip().toLowerCase(Locale.ROOT));
        boolean fits = Stream.of("chargecategory", "chargeperiodstart", "billingcurrency", "billedcost")
                .allMatch(columns::has);
        return fits ? Optional.of(new FocusForm(columns)) : Optional.empty();
    }

    @Override
    public String name() {
        return "FOCUS export";
    }

    @Override
    public Map<Field, String> fields() {
        Map<Field, List<String>> names = new EnumMap<>(NAMES);
        if (columns.has("serviceprovidername")) {
            names.putAll(MAKERS);
        }
        return columns.fields(names);
    }

    @Override
    public String provider() {
        return "";
    }

    @Override
    public Column time() {
        return columns.find("chargeperiodstart").orElseThrow();
    }

    @Override
    public Cost cost(CostMetric metric) {
        Column billed = columns.find("billedcost").orElseThrow();
        Column column = switch (metric) {
            case BILLED -> billed;
            case EFFECTIVE -> columns.find("effectivecost").orElse(billed);
        };
        return Cost.of(column);
    }

    @Override
    public List<TagColumn> tags() {
        return Stream.of("tags", "allocatedtags")
                .flatMap(name -> columns.find(name).stream())
                .map(column -> new TagColumn("", column))
                .toList();
    }

    @Override
    public Optional<Splits> splits() {
        return columns.find("allocatedresourceid")
                .map(part -> new Splits(part.asTextOrNull() + " IS NOT NULL", origin()));
    }

    private String origin() {
        List<String> same = SAME_IN_PARTS.stream()
                .flatMap(name -> columns.find(name).stream())
                .map(column -> "COALESCE(" + column.asText() + ", '')")
                .toList();
        return String.join(" || '|' || ", same);
    }

    @Override
    public ChargeKind kind(Stated row) {
        ChargeKind byCategory = category(row);
        if (byCategory != ChargeKind.USAGE) {
            return byCategory;
        }
        if (row.chargeClass().equalsIgnoreCase("Correction")) {
            return ChargeKind.ADJUSTMENT;
        }
        if (row.commitment().equalsIgnoreCase("Unused")) {
            return ChargeKind.UNUSED_COMMITMENT;
        }
        return row.parties().areOfMarketplace() ? ChargeKind.MARKETPLACE : ChargeKind.USAGE;
    }

    private static ChargeKind category(Stated row) {
        return switch (row.category().toLowerCase(Locale.ROOT)) {
            case "tax" -> ChargeKind.TAX;
            case "credit" -> ChargeKind.CREDIT;
            case "adjustment" -> ChargeKind.ADJUSTMENT;
            case "purchase" -> purchase(row);
            default -> SUPPORT.matcher(row.service()).find() ? ChargeKind.SUPPORT : ChargeKind.USAGE;
        };
    }

    private static ChargeKind purchase(Stated row) {
        if (row.chargeClass().equalsIgnoreCase("Correction")) {
            return ChargeKind.REFUND;
        }
        return SUPPORT.matcher(row.service()).find() ? ChargeKind.SUPPORT : ChargeKind.PURCHASE;
    }

    @Override
    public Optional<String> spelled(String key, Map<String, String> policy) {
        return Optional.of(key);
    }

    @Override
    public boolean hasCategory(String category) {
        return CATEGORIES.contains(category.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<String> notes() {
        return columns.has("effectivecost")
                ? List.of()
                : List.of("the export has no effective cost; billed cost stands in its place");
    }
}
