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
import java.util.LinkedHashMap;
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
    private final StringBuilder line = new StringBuilder();

    private DemoBill(Appendable out) {
        this.out = out;
    }

    /**
     * A resource that costs something, with what all its rows have in common.
     *
     * @param made   the first day on which it can be charged
     * @param charge what each of a month's charges bills for it
     */
    private record Charged(Resource resource, TypeEntry type, LocalDate made, BigDecimal charge, String tags) {
        static Charged of(Resource resource) {
            LocalDate made = resource.creation() instanceof Creation.At at
                    ? LocalDate.ofInstant(at.instant(), ZoneOffset.UTC)
                    : LocalDate.MIN;
            BigDecimal charge = DemoPrices.monthly(resource).divide(CHARGES, 6, RoundingMode.HALF_EVEN);
            TypeEntry type = TypeCatalogue.find(resource.type()).orElseThrow();
            return new Charged(resource, type, made, charge, tagsOf(resource));
        }

        boolean isCommitted() {
            return type.service().equals("Amazon Elastic Compute Cloud");
        }
    }

    /** Writes the three months that end with this one. */
    static void write(YearMonth last, Appendable out) throws IOException {
        DemoBill bill = new DemoBill(out);
        bill.print(HEADER);
        Map<DemoAccount, List<Charged>> charged = charged();
        for (int back = MONTHS - 1; back >= 0; back--) {
            YearMonth month = last.minusMonths(back);
            for (Map.Entry<DemoAccount, List<Charged>> account : charged.entrySet()) {
                bill.account(account.getKey(), account.getValue(), month);
            }
        }
    }

    private static Map<DemoAccount, List<Charged>> charged() {
        Map<DemoAccount, List<Charged>> charged = new LinkedHashMap<>();
        for (DemoAccount account : DemoAccounts.ALL) {
            charged.put(
                    account,
                    account.resources()
                            .map(Charged::of)
                            .filter(resource -> resource.charge().signum() > 0)
                            .toList());
        }
        return charged;
    }

    /** By the line, since cells are written character by character and a writer may lock for each of them. */
    private void print(Object... cells) throws IOException {
        line.setLength(0);
        FORMAT.printRecord(line, cells);
        out.append(line);
    }

    private void account(DemoAccount account, List<Charged> resources, YearMonth month) throws IOException {
        BigDecimal sum = BigDecimal.ZERO;
        for (Charged resource : resources) {
            for (int day : CHARGE_DAYS) {
                if (!resource.made().isAfter(month.atDay(day))) {
                    usage(resource, month.atDay(day));
                    sum = sum.add(resource.charge());
                }
            }
        }
        for (DemoFee fee : DemoFee.values()) {
            fee(fee, account, month, sum);
        }
    }

    private void usage(Charged charged, LocalDate day) throws IOException {
        Resource resource = charged.resource();
        print(
                charged.charge(),
                charged.isCommitted() ? charged.charge().multiply(DISCOUNT) : charged.charge(),
                "quillmere",
                "USD",
                "Usage",
                "NULL",
                "use of " + charged.type().type(),
                day + "T00:00:00Z",
                day.plusDays(1) + "T00:00:00Z",
                charged.isCommitted() ? "Used" : "",
                provider(resource.id().cloud()),
                provider(resource.id().cloud()),
                resource.location().region(),
                idOnTheBill(resource),
                charged.type().service(),
                resource.location().account(),
                charged.tags());
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

    private static String tagsOf(Resource resource) {
        Map<String, String> tags =
                resource.tags() instanceof TagReading.Known known ? known.tags().asMap() : Map.of();
        return tags.isEmpty() ? "NULL" : TagsJson.write(tags);
    }
}
