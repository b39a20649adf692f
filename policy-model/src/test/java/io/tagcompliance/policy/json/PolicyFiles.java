package io.tagcompliance.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.TagPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The files that define the formats, and what comes of reading a text. */
final class PolicyFiles {
    private PolicyFiles() {}

    static byte[] bytes(String name) {
        try (InputStream file =
                Objects.requireNonNull(PolicyFiles.class.getResourceAsStream("/policies/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static PolicyReading read(String text) {
        return PolicyReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static TagPolicy accepted(PolicyReading reading) {
        assertThat(reading).isInstanceOf(PolicyReading.Accepted.class);
        return ((PolicyReading.Accepted) reading).policy();
    }

    /** Every problem as one line: its path, then its message. */
    static List<String> problems(PolicyReading reading) {
        assertThat(reading).isInstanceOf(PolicyReading.Rejected.class);
        return ((PolicyReading.Rejected) reading)
                .problems().stream().map(PolicyProblem::toString).toList();
    }

    /** The problems of a policy with this one required rule. */
    static List<String> problemsOfRule(String fields) {
        return problems(read("{\"version\":\"1.0\",\"required_tags\":[{\"name\":\"Owner\"," + fields + "}]}"));
    }

    /** A policy with this one required rule. */
    static TagPolicy withRule(String fields) {
        return accepted(read(
                "{\"version\":\"1.0\",\"scope\":[\"aws\",\"gcp\",\"oracle\"],\"required_tags\":[{\"name\":\"Owner\","
                        + fields + "}]}"));
    }
}
