package io.tagcompliance.billing;

import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.testkit.ChargeRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows as FOCUS 1.3 has them; absent texts are written as nothing, as {@code NULL} and as an empty object by turns. */
final class FocusWriter implements BillWriter {
    static final FocusWriter FOCUS = new FocusWriter();

    @Override
    public List<String> header() {
        return List.of(
                "ChargePeriodStart",
                "Tags",
                "BilledCost",
                "EffectiveCost",
                "BillingCurrency",
                "BillingAccountId",
                "SubAccountId",
                "ChargeCategory",
                "ChargeClass",
                "CommitmentDiscountStatus",
                "ProviderName",
                "PublisherName",
                "RegionId",
                "ResourceId",
                "ServiceName",
                "AllocatedMethodId",
                "AllocatedResourceId",
                "AllocatedTags");
    }

    @Override
    public List<String> cells(ChargeRow row) {
        return cells(row, "", "", "");
    }

    @Override
    public List<String> part(ChargeRow part, ChargeRow whole) {
        return cells(
                new ChargeRow(
                        part.day(),
                        part.kind(),
                        part.place(),
                        whole.what(),
                        whole.tags(),
                        part.effective(),
                        part.billed()),
                "by processor time",
                resource(part.what()),
                part.tags().equals(whole.tags()) ? "" : tags(part));
    }

    private List<String> cells(ChargeRow row, String method, String allocated, String allocatedTags) {
        boolean correction = row.kind() == ChargeKind.ADJUSTMENT || row.kind() == ChargeKind.REFUND;
        return List.of(
                row.day() + "T00:00:00Z",
                tags(row),
                row.billed().amount().toPlainString(),
                row.effective().amount().toPlainString(),
                row.billed().currency().getCurrencyCode(),
                "payer",
                row.place().account().text(),
                category(row.kind()),
                correction ? "Correction" : "NULL",
                row.kind() == ChargeKind.UNUSED_COMMITMENT ? "Unused" : "",
                provider(row),
                row.kind() == ChargeKind.MARKETPLACE ? "Fernlight Software" : provider(row),
                row.place().region().text(),
                resource(row.what()),
                row.kind() == ChargeKind.SUPPORT
                        ? "Business Support"
                        : row.place().service(),
                method,
                allocated,
                allocatedTags);
    }

    private static String category(ChargeKind kind) {
        return switch (kind) {
            case TAX -> "Tax";
            case CREDIT -> "Credit";
            case PURCHASE, REFUND -> "Purchase";
            case USAGE, ADJUSTMENT, SUPPORT, UNUSED_COMMITMENT, MARKETPLACE -> "Usage";
        };
    }

    private static String provider(ChargeRow row) {
        return switch (row.place().cloud().id()) {
            case "aws" -> "AWS";
            case "azure" -> "Microsoft";
            default -> "Google Cloud";
        };
    }

    /** Instances by their short ids, as AWS has them. */
    static String resource(Charged what) {
        if (!(what instanceof Charged.OfResource resource)) {
            return "";
        }
        String id = resource.id().text();
        return id.contains(":instance/i-") ? id.substring(id.indexOf("i-", id.indexOf(":instance/"))) : id;
    }

    private static String tags(ChargeRow row) {
        Map<String, String> tags = row.tags().asMap();
        if (tags.isEmpty()) {
            return List.of("", "NULL", "{}").get(row.day().getDayOfMonth() % 3);
        }
        return tags.entrySet().stream()
                .map(tag -> quoted(tag.getKey()) + ":" + quoted(tag.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
