package io.tagcompliance.policy.json;

import java.util.ArrayList;
import java.util.List;

/** Collects every problem of a file, so that its author sees them all at once. */
final class Problems {
    private final List<PolicyProblem> found = new ArrayList<>();

    void add(String path, String message) {
        found.add(new PolicyProblem(path, message));
    }

    List<PolicyProblem> found() {
        return List.copyOf(found);
    }
}
