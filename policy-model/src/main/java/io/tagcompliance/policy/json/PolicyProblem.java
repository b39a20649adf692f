package io.tagcompliance.policy.json;

/**
 * Something in a policy file that keeps it from being used.
 *
 * @param path    where it stands, as a JSON path: {@code $.required_tags[0].severity}
 * @param message what is wrong and what would be right
 */
public record PolicyProblem(String path, String message) {
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
