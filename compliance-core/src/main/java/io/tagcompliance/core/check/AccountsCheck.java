package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.spi.CloudAccount;
import io.tagcompliance.policy.Cloud;
import java.util.List;

/**
 * Whether accounts follow the policy, side by side.
 *
 * @param facts   what the answer rests on
 * @param overall the figures of all of them together
 * @param checked those of which anything could be read, the most non-compliant resources first, then by id
 * @param failed  those of which nothing could be read, by id
 */
public record AccountsCheck(ScanFacts facts, Figures overall, List<Checked> checked, List<Failed> failed) {
    public AccountsCheck {
        checked = List.copyOf(checked);
        failed = List.copyOf(failed);
    }

    /** An account that was read, to its end or in part; its score is withheld where it was in part. */
    public record Checked(Cloud cloud, CloudAccount account, Figures figures) {}

    /** An account that could not be read, and why. */
    public record Failed(Cloud cloud, CloudAccount account, ReadFailure failure) {}
}
