package io.tagcompliance.policy.json;

import io.tagcompliance.policy.TagPolicy;
import java.util.List;

/** What came of reading a policy file: a policy, or every problem in it. */
public sealed interface PolicyReading {

    /** The file holds this policy. */
    record Accepted(TagPolicy policy) implements PolicyReading {}

    /** The file can't be used; none of it is. */
    record Rejected(List<PolicyProblem> problems) implements PolicyReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
