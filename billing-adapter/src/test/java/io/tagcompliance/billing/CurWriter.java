package io.tagcompliance.billing;

import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.testkit.ChargeRow;
import java.math.BigDecimal;
import java.util.List;

/** Rows as the legacy Cost and Usage Report has them, with a column for each tag. */
final class CurWriter implements BillWriter {
    static final CurWriter CUR = new CurWriter();

    @Override
    public List<String> header() {
        return List.of(
                "lineItem/UsageStartDate",
                "lineItem/LineItemType",
                "lineItem/UnblendedCost",
                "lineItem/CurrencyCode",
                "lineItem/UsageAccountId",
                "lineItem/ProductCode",
                "lineItem/ResourceId",
                "bill/BillingEntity",
                "product/region",
                "savingsPlan/SavingsPlanEffectiveCost",
                "reservation/UnusedRecurringFee",
                "resourceTags/user:CostCenter",
                "resourceTags/user:Owner",
                "resourceTags/user:Stage",
                "splitLineItem/ParentResourceId",
                "splitLineItem/SplitCost");
    }

    @Override
    public List<String> cells(ChargeRow row) {
        return cells(row, "", "");
    }

    /** It costs nothing but in a column of its own. */
    @Override
    public List<String> part(ChargeRow part, ChargeRow whole) {
        Money nothing = new Money(BigDecimal.ZERO, part.billed().currency());
        return cells(
                part.costing(nothing),
                FocusWriter.resource(whole.what()),
                part.effective().amount().toPlainString());
    }

    private static List<String> cells(ChargeRow row, String parent, String split) {
        boolean covered = row.kind() == ChargeKind.USAGE && !row.effective().isSameAs(row.billed());
        return List.of(
                row.day() + "T00:00:00Z",
                covered ? "SavingsPlanCoveredUsage" : type(row.kind()),
                row.billed().amount().toPlainString(),
                row.billed().currency().getCurrencyCode(),
                row.place().account().text(),
                row.kind() == ChargeKind.SUPPORT ? "AWSSupportBusiness" : "AmazonEC2",
                FocusWriter.resource(row.what()),
                row.kind() == ChargeKind.MARKETPLACE ? "AWS Marketplace" : "AWS",
                row.place().region().text(),
                covered ? row.effective().amount().toPlainString() : "",
                row.kind() == ChargeKind.UNUSED_COMMITMENT
                        ? row.effective().amount().toPlainString()
                        : "",
                row.tags().value("CostCenter").orElse(""),
                row.tags().value("Owner").orElse(""),
                row.tags().value("Stage").orElse(""),
                parent,
                split);
    }

    private static String type(ChargeKind kind) {
        return switch (kind) {
            case USAGE, SUPPORT, MARKETPLACE -> "Usage";
            case TAX -> "Tax";
            case CREDIT -> "Credit";
            case REFUND -> "Refund";
            case ADJUSTMENT -> "SomethingNew";
            case PURCHASE -> "Fee";
            case UNUSED_COMMITMENT -> "RIFee";
        };
    }
}
