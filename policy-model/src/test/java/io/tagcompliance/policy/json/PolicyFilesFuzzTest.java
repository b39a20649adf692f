package io.tagcompliance.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tagcompliance.policy.TagPolicy;
import java.nio.charset.StandardCharsets;

/** Whatever the bytes of a policy file are, they are a policy or problems, and a policy survives being written. */
class PolicyFilesFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void bytes_are_a_policy_or_problems(byte[] file) {
        switch (PolicyReader.read(file)) {
            case PolicyReading.Accepted accepted ->
                assertThat(reread(accepted.policy())).isEqualTo(accepted.policy());
            case PolicyReading.Rejected rejected ->
                assertThat(rejected.problems()).isNotEmpty();
        }
    }

    private static TagPolicy reread(TagPolicy policy) {
        return PolicyFiles.accepted(PolicyReader.read(PolicyWriter.write(policy).getBytes(StandardCharsets.UTF_8)));
    }
}
