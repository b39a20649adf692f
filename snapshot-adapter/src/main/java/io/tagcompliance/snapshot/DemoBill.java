package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.policy.TypeEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * What the made-up company pays: three months, as FOCUS 1.0. Each resource costs about the same every month; the bill has
 * besides what real ones have: tax, credits, support, commitments that nobody uses, other people's software, transfer of data,
 * requests that name no resource.
 */
final class DemoBill {
    private static final int MONTHS = 3;
    private static final List<Integer> CHARGE_DAYS = List.of(1, 8, 15, 22);
    private static final BigDecimal CHARGES = BigDecimal.valueOf(CHARGE_DAYS.size());
    private static final BigDecimal DISCOUNT = new BigDecimal("0.87");
    private static final Object[] HEADER = {
        "BilledCost",
        "EffectiveCost",
        "BillingAccountId",
        "BillingCurrency",
        "ChargeCategory",
        "ChargeClass",
        "ChargeDescription",
        "ChargePeriodStart",
        "ChargePeriodEnd",
        "CommitmentDiscountStatus",
        "ProviderName",
        "PublisherName",
        "RegionId",
        "ResourceId",
        "ServiceName",
        "SubAccountId",
        "Tags"
    };

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final Appendable out;

    private DemoBill(Appendable out) {
        this.out = out;
    }

    /** Writes the three months that end with this one. */
    static void write(YearMonth last, Appendable out) throws IOException {
        DemoBill bill = new DemoBill(out);
        bill.print(HEADER);
        for (int back = MONTHS - 1; back >= 0; back--) {
            bill.month(last.minusMonths(back));
        }
    }

    private void print(Object... cells) throws IOException {
        FORMAT.printRecord(out, cells);
    }

    private void month(YearMonth month) throws IOException {
        for (DemoAccount account : DemoAccounts.ALL) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Resource resource : account.resources().toList()) {
                sum = sum.add(resource(resource, month));
            }
            for (DemoFee fee : DemoFee.values()) {
                fee(fee, account, month, sum);
            }
        }
    }

    /** What a resource costs in a month; nothing before it was made. */
    private BigDecimal resource(Resource resource, YearMonth month) throws IOException {
        LocalDate made = resource.creation() instanceof Creation.At at
                ? LocalDate.ofInstant(at.instant(), ZoneOffset.UTC)
                : LocalDate.MIN;
        BigDecimal monthly = DemoPrices.monthly(resource);
        BigDecimal sum = BigDecimal.ZERO;
        for (int day : CHARGE_DAYS) {
            if (monthly.signum() > 0 && !made.isAfter(month.atDay(day))) {
                BigDecimal billed = monthly.divide(CHARGES, 6, RoundingMode.HALF_EVEN);
                usage(resource, month.atDay(day), billed);
                sum = sum.add(billed);
            }
        }
        return sum;
    }

    private void usage(Resource resource, LocalDate day, BigDecimal billed) throws IOException {
        TypeEntry type = TypeCatalogue.find(resource.type()).orElseThrow();
        boolean committed = type.service().equals("Amazon Elastic Compute Cloud");
        print(
                billed,
                committed ? billed.multiply(DISCOUNT) : billed,
                "quillmere",
                "USD",
                "Usage",
                "NULL",
                "use of " + type.type(),
                day + "T00:00:00Z",
                day.plusDays(1) + "T00:00:00Z",
                committed ? "Used" : "",
                provider(resource.id().cloud()),
                provider(resource.id().cloud()),
                resource.location().region(),
                idOnTheBill(resource),
                type.service(),
                resource.location().account(),
                tags(resource));
    }

    private void fee(DemoFee fee, DemoAccount account, YearMonth month, BigDecimal sum) throws IOException {
        if (!fee.isOf(account)) {
            return;
        }
        BigDecimal amount = fee.shareOf(sum);
        print(
                fee.billed(amount),
                fee.effective(amount),
                "quillmere",
                "USD",
                fee.category(),
                fee.chargeClass(),
                fee.description(),
                month.atDay(1) + "T00:00:00Z",
                month.atEndOfMonth().plusDays(1) + "T00:00:00Z",
                fee == DemoFee.UNUSED_COMMITMENT ? "Unused" : "NULL",
                provider(account.cloud()),
                fee == DemoFee.MARKETPLACE ? "Fernlight Software" : provider(account.cloud()),
                fee == DemoFee.TAX ? "" : account.regions().getFirst(),
                "",
                fee.service(account.cloud()),
                account.id(),
                "{}");
    }

    private static String provider(Cloud cloud) {
        return switch (cloud.id()) {
            case "aws" -> "AWS";
            case "azure" -> "Microsoft";
            default -> "Google Cloud";
        };
    }

    /** AWS names instances, volumes and buckets by their short ids. */
    private static String idOnTheBill(Resource resource) {
        String id = resource.id().text();
        return Stream.of("arn:aws:ec2:", "arn:aws:s3:::").anyMatch(id::startsWith) ? IdParts.lastOf(resource.id()) : id;
    }

    private static String tags(Resource resource) throws IOException {
        Map<String, String> tags =
                resource.tags() instanceof TagReading.Known known ? known.tags().asMap() : Map.of();
        return tags.isEmpty() ? "NULL" : TagsJson.write(tags);
    }
}
