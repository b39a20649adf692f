package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code cross_account_compliance_check}. Totals are of the whole set, never of the page.
 *
 * @param overallCompliance compliant ÷ applicable over all accounts together, 0 to 1; null where an account or a part of
 *                          one could not be read, or nothing is applicable
 * @param failedAccounts    of which nothing could be read; the first ten
 */
public record AccountsAnswer(
        @Nullable Double overallCompliance,
        String scoreStatus,
        @JsonInclude(Include.NON_NULL) @Nullable Double scoreOfWhatWasRead,
        int totalAccounts,
        int totalResources,
        int totalViolations,
        List<AccountRow> results,
        int failedAccountsTotal,
        List<FailedRow> failedAccounts,
        @Nullable String nextCursor,
        String howToNarrow,
        Map<String, String> nullReasons,
        @JsonUnwrapped Provenance provenance) {

    /**
     * An account that was read.
     *
     * @param status {@code complete}, {@code partial} or {@code nothing_applicable}
     */
    public record AccountRow(
            String accountId,
            String accountName,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean escaped,
            String cloudProvider,
            String status,
            @Nullable Double complianceScore,
            @JsonInclude(Include.NON_NULL) @Nullable Double scoreOfWhatWasRead,
            int totalResources,
            int applicableResources,
            int nonCompliantResources,
            int violations) {}

    /** An account that could not be read, and what can be done. */
    public record FailedRow(
            String accountId,
            String accountName,
            String cloudProvider,
            String reason,
            String operation,
            String remedy) {}
}
