package io.tagcompliance.core.evaluation;

import java.util.List;

/**
 * A verdict, rule by rule.
 *
 * @param verdict the whole
 * @param rules   what each rule in force here says, in the order of the policy; breaches of naming rules stand in the
 *                verdict alone
 */
public record Explanation(Verdict verdict, List<RuleOutcome> rules) {
    public Explanation {
        rules = List.copyOf(rules);
    }
}
