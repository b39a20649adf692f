package io.tagcompliance.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagcompliance.core.evaluation.PlainReading.Case;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Two readings of the policy format, written apart, say the same of a million random cases. */
class TwoReadingsAgreeTest {
    /** Fewer under mutation, where it runs hundreds of times. */
    private static final int CASES = Integer.getInteger("two.readings.cases", 1_000_000);

    private static final int CASES_OF_A_POLICY = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SmallWorld world = new SmallWorld(20_261_124);

    @Test
    void two_readings_of_the_format_agree_on_a_million_cases() throws JsonProcessingException {
        int judged = 0;
        int violated = 0;
        int waived = 0;
        int refused = 0;
        while (judged < CASES) {
            Map<String, Object> file = world.policy();
            PlainReading plain = new PlainReading(file);
            PolicyReading reading = PolicyReader.read(JSON.writeValueAsBytes(file));
            assertThat(reading instanceof PolicyReading.Rejected)
                    .as("refused for a tie: %s, %s", file, reading)
                    .isEqualTo(plain.hasTie(SmallWorld.CELLS));
            if (reading instanceof PolicyReading.Accepted accepted) {
                CompiledPolicy policy = CompiledPolicy.of(accepted.policy());
                for (int number = 0; number < CASES_OF_A_POLICY; number++, judged++) {
                    Case one = world.resource();
                    Set<String> expected = plain.judge(one, SmallWorld.NOW);
                    Set<String> found = issues(policy.judge(SmallWorld.subject(one), SmallWorld.NOW));
                    if (!found.equals(expected)) {
                        assertThat(found).as("%s on %s", file, one).isEqualTo(expected);
                    }
                    violated += expected.isEmpty() ? 0 : 1;
                    waived += expected.stream().anyMatch(issue -> issue.startsWith("exempt:")) ? 1 : 0;
                }
            } else {
                refused++;
            }
        }
        assertThat(violated).isBetween(CASES / 4, CASES - CASES / 40);
        assertThat(waived).isGreaterThan(CASES / 100);
        assertThat(refused).isGreaterThan(CASES / CASES_OF_A_POLICY / 20);
    }

    private static Set<String> issues(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NotApplicable none -> Set.of("not applicable");
            case Verdict.NotEvaluated never -> Set.of("not evaluated");
            case Verdict.Judged judged -> issues(judged);
        };
    }

    private static Set<String> issues(Verdict.Judged judged) {
        Set<String> issues = new TreeSet<>();
        judged.violations().forEach(violation -> issues.add(words(violation)));
        for (Waiver waiver : judged.waivers()) {
            issues.add((waiver instanceof Waiver.InGrace ? "grace:" : "exempt:") + words(waiver.violation()));
        }
        return issues;
    }

    private static String words(Violation violation) {
        return String.join(
                ":",
                List.of(violation.tag(), violation.issue(), violation.severity().label()));
    }
}
