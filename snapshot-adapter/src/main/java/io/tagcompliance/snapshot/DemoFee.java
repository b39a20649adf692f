package io.tagcompliance.snapshot;

import io.tagcompliance.policy.Cloud;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What the made-up company pays besides for its resources, as a share of what these cost in an account. */
enum DemoFee {
    TAX("Tax", "0.07", "value added tax"),
    SUPPORT("Usage", "0.03", "business support"),
    CREDIT("Credit", "-0.02", "credit for new customers"),
    CORRECTION("Usage", "-0.004", "correction of the month before"),
    COMMITMENT("Purchase", "0.05", "commitment for a year, paid each month"),
    UNUSED_COMMITMENT("Usage", "0.012", "commitment that nothing used"),
    MARKETPLACE("Usage", "0.02", "a database of somebody else's"),
    TRANSFER("Usage", "0.04", "data transfer"),
    REQUESTS("Usage", "0.015", "requests");

    private final String category;
    private final BigDecimal share;
    private final String description;

    DemoFee(String category, String share, String description) {
        this.category = category;
        this.share = new BigDecimal(share);
        this.description = description;
    }

    /** Support is bought for the production accounts, and other people's software runs on AWS. */
    boolean isOf(DemoAccount account) {
        boolean aws = account.cloud().equals(Cloud.AWS);
        return switch (this) {
            case TAX, TRANSFER, REQUESTS, CREDIT -> true;
            case SUPPORT -> account.environments().contains("production");
            case CORRECTION -> account.cloud().equals(Cloud.AZURE);
            case COMMITMENT, UNUSED_COMMITMENT, MARKETPLACE ->
                aws && account.environments().contains("production");
        };
    }

    BigDecimal shareOf(BigDecimal sum) {
        return sum.multiply(share).setScale(6, RoundingMode.HALF_EVEN);
    }

    /** What wasn't used is on no invoice: the commitment is. */
    BigDecimal billed(BigDecimal amount) {
        return this == UNUSED_COMMITMENT ? BigDecimal.ZERO : amount;
    }

    /** A commitment is spread over what uses it, and what doesn't. */
    BigDecimal effective(BigDecimal amount) {
        return this == COMMITMENT ? BigDecimal.ZERO : amount;
    }

    String category() {
        return category;
    }

    String chargeClass() {
        return this == CORRECTION ? "Correction" : "";
    }

    String description() {
        return description;
    }

    String service(Cloud cloud) {
        return switch (this) {
            case SUPPORT -> cloud.id().equals("aws") ? "AWS Support (Business)" : "Support";
            case TRANSFER -> cloud.id().equals("azure") ? "Bandwidth" : "Data Transfer";
            case REQUESTS ->
                switch (cloud.id()) {
                    case "aws" -> "Amazon Simple Storage Service";
                    case "azure" -> "Storage";
                    default -> "Cloud Storage";
                };
            case MARKETPLACE -> "Fernlight Database";
            case TAX, CREDIT, CORRECTION, COMMITMENT, UNUSED_COMMITMENT ->
                switch (cloud.id()) {
                    case "aws" -> "Amazon Elastic Compute Cloud";
                    case "azure" -> "Virtual Machines";
                    default -> "Compute Engine";
                };
        };
    }
}
