package io.tagcompliance.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagcompliance.core.evaluation.AllocationJudge.Alike;
import io.tagcompliance.core.evaluation.AllocationJudge.From;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a judge remembers changes nothing of what it says, whatever it was asked before. */
class AllocationJudgeTest {
    private static final int POLICIES = 400;
    private static final int RESOURCES = 150;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SmallWorld world = new SmallWorld(20_261_129);
    private final Set<Class<?>> standings = new HashSet<>();
    private int shared;

    @Test
    void judges_with_a_memory_say_what_new_ones_say() throws JsonProcessingException {
        for (int number = 0; number < POLICIES; number++) {
            if (PolicyReader.read(JSON.writeValueAsBytes(world.policy())) instanceof PolicyReading.Accepted accepted) {
                compare(CompiledPolicy.of(accepted.policy()));
            }
        }

        assertThat(standings).hasSize(KeyStanding.class.getPermittedSubclasses().length);
        assertThat(shared).isGreaterThan(POLICIES * RESOURCES);
    }

    private void compare(CompiledPolicy policy) {
        for (String key : SmallWorld.KEYS) {
            for (From from : EnumSet.allOf(From.class)) {
                compare(policy.allocationBy(new TagKey(key), from));
            }
        }
    }

    private void compare(AllocationJudge judge) {
        Map<Alike, Alike> known = new HashMap<>();
        for (int number = 0; number < RESOURCES; number++) {
            Subject subject = SmallWorld.subject(world.resource());
            Tags tags = ((TagReading.Known) subject.tags()).tags();
            Alike remembering = known.computeIfAbsent(judge.of(subject), first -> first);
            KeyStanding standing = judge.standing(subject, tags);

            assertThat(remembering.standing(tags))
                    .as("%s on %s", judge.key(), subject)
                    .isEqualTo(standing);
            standings.add(standing.getClass());
        }
        shared += RESOURCES - known.size();
    }
}
