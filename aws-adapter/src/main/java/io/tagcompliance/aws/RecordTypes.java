package io.tagcompliance.aws;

import io.tagcompliance.core.cost.ChargeKind;
import java.util.Locale;

/** What Cost Explorer's types of records are for. The interface has other names for some of them than the reports have. */
final class RecordTypes {
    private RecordTypes() {}

    /** What a charge of a type and a service is for. Market place products are usage here: they are told apart by their seller. */
    static ChargeKind kind(String recordType, String service) {
        if (service.toLowerCase(Locale.ROOT).contains("support")) {
            return ChargeKind.SUPPORT;
        }
        return switch (recordType.replace(" ", "")) {
            case "Usage", "DiscountedUsage", "SavingsPlanCoveredUsage" -> ChargeKind.USAGE;
            case "Tax" -> ChargeKind.TAX;
            case "Support" -> ChargeKind.SUPPORT;
            case "Refund" -> ChargeKind.REFUND;
            case "Credit",
                    "BundledDiscount",
                    "DistributorDiscount",
                    "EdpDiscount",
                    "EnterpriseDiscountProgramDiscount",
                    "PrivateRateCardDiscount",
                    "PrivateRateDiscount",
                    "SolutionProviderProgramDiscount",
                    "SavingsPlanNegation" -> ChargeKind.CREDIT;
            case "RIFee", "Recurring", "SavingsPlanRecurringFee" -> ChargeKind.UNUSED_COMMITMENT;
            case "Fee", "Upfront", "SavingsPlanUpfrontFee" -> ChargeKind.PURCHASE;
            default -> ChargeKind.ADJUSTMENT;
        };
    }
}
