package io.tagcompliance.policy.json;

import java.util.ArrayList;
import java.util.List;

/** Collects every problem of a file, so that its author sees them all at once. */
final class Problems {
    /** Past this many, a file is no policy with mistakes but something else. */
    private static final int MOST = 1_000;

    private final List<PolicyProblem> found = new ArrayList<>();

    void add(String path, String message) {
        if (found.size() < MOST) {
            found.add(new PolicyProblem(path, message));
        } else if (found.size() == MOST) {
            found.add(new PolicyProblem("$", "more problems than the " + MOST + " named so far"));
        }
    }

    List<PolicyProblem> found() {
        return List.copyOf(found);
    }
}
