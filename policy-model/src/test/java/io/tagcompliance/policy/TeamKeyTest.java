package io.tagcompliance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which tag names teams is read off the rules of a policy. */
class TeamKeyTest {

    @Test
    void a_rule_about_teams_counts_before_one_about_owners_wherever_it_stands() {
        assertThat(of("\"required_tags\":[{\"name\":\"Owner\"}],\"optional_tags\":[{\"name\":\"TEAM\"}]"))
                .isEqualTo(ruled("TEAM"));
        assertThat(of("\"required_tags\":[{\"name\":\"Owner\"},{\"name\":\"squad\"}]"))
                .isEqualTo(ruled("squad"));
        assertThat(of("\"required_tags\":[{\"name\":\"Stage\"},{\"name\":\"Owner\"}]"))
                .isEqualTo(ruled("Owner"));
    }

    @Test
    void an_alias_tells_that_a_key_of_another_name_is_about_teams() {
        assertThat(of("\"required_tags\":[{\"name\":\"Squads\",\"aliases\":[\"team\"]}]"))
                .isEqualTo(ruled("Squads"));
        assertThat(of("\"required_tags\":[{\"name\":\"Payer\",\"aliases\":[\"team\"]},{\"name\":\"Owner\"}]"))
                .isEqualTo(ruled("Owner"));
    }

    @Test
    void without_such_a_rule_it_is_assumed() {
        TeamKey assumed = of("\"required_tags\":[{\"name\":\"Stage\"},{\"name\":\"TeamSize\"}]");

        assertThat(assumed).isInstanceOf(TeamKey.Assumed.class);
        assertThat(assumed.key()).isEqualTo(new TagKey("Team"));
    }

    private static TeamKey ruled(String key) {
        return new TeamKey.Ruled(new TagKey(key));
    }

    private static TeamKey of(String rules) {
        String policy = "{\"version\":\"1.0\"," + rules + "}";
        return switch (PolicyReader.read(policy.getBytes(StandardCharsets.UTF_8))) {
            case PolicyReading.Accepted accepted -> TeamKey.of(accepted.policy());
            case PolicyReading.Rejected wrong -> throw new IllegalArgumentException("" + wrong.problems());
        };
    }
}
