package io.tagcompliance.core.check;

import io.tagcompliance.policy.Exemption;
import java.util.List;

/**
 * The violations that don't count, so that none of them goes unseen.
 *
 * @param inGrace    how many resources are let pass by some rule because they are new
 * @param exemptions every exemption of the policy, in its order, those that nobody uses and expired ones too
 */
public record WaivedViolations(int inGrace, List<ExemptionUse> exemptions) {
    public WaivedViolations {
        exemptions = List.copyOf(exemptions);
    }

    /** How many resources fail some rule with that leave. */
    public record ExemptionUse(Exemption exemption, int resources) {}
}
