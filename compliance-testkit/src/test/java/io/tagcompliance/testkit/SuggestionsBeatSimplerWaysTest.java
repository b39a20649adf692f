package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.advice.SuggestionScores.OfKey;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** On estates of several shapes, what is suggested is right at least as often as the commonest value of estate or account. */
class SuggestionsBeatSimplerWaysTest {
    private static final TagPolicy OWNER = Estates.policy("\"required_tags\":[{\"name\":\"Owner\"}]");
    private static final int SEEDS = 6;

    /**
     * What an estate is like; each share is one of resources.
     *
     * @param common    have the owner that most have, whatever else they are
     * @param ofAccount of the others have the owner of their account
     * @param ofProject of the others after that have the owner of their project; the rest has anybody's
     */
    private record Shape(double common, double ofAccount, double ofProject) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape(0.9, 0.5, 0.5),
            new Shape(0.8, 0, 0.7),
            new Shape(0.6, 0.9, 0.9),
            new Shape(0, 0.8, 0.8),
            new Shape(0, 0, 0.9),
            new Shape(0.3, 0.3, 0.3));

    private static Tagged estate(Shape shape, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        Tagged estate = new Tagged();
        for (int number = 0; number < 600; number++) {
            int account = chance.nextInt(5);
            int project = chance.nextInt(12);
            Map<String, String> tags = new LinkedHashMap<>();
            if (chance.nextInt(4) > 0) {
                tags.put("Project", "project-" + project);
            }
            tags.put("Owner", owner(shape, account, project, chance));
            estate.with("sqs:queue svc" + project + "-q" + number, tags).but(1, Tagged.in("22222222222" + account));
        }
        return estate;
    }

    private static String owner(Shape shape, int account, int project, SplittableRandom chance) {
        if (chance.nextDouble() < shape.common()) {
            return "platform";
        }
        if (chance.nextDouble() < shape.ofAccount()) {
            return "account-team-" + account;
        }
        return "team-" + (chance.nextDouble() < shape.ofProject() ? project : chance.nextInt(40));
    }

    private static OfKey score(Tagged estate) throws InterruptedException {
        try (TagCompliance compliance = TagCompliance.judgedBy(OWNER)
                .reading(InMemoryCloud.of(estate.resources()))
                .build()) {
            return compliance
                    .evaluation()
                    .evaluate(List.of(), Patience.UNLIMITED)
                    .keys()
                    .getFirst();
        }
    }

    @Test
    void where_they_speak_they_are_no_worse_than_the_commonest_value() throws InterruptedException {
        for (Shape shape : SHAPES) {
            int spoken = 0;
            int right = 0;
            int ofEstate = 0;
            int ofAccount = 0;
            for (long seed = 1; seed <= SEEDS; seed++) {
                OfKey score = score(estate(shape, seed));
                spoken += score.spoken();
                right += score.right();
                ofEstate += score.baseline().majorityWhereSpoken();
                ofAccount += score.baseline().accountWhereSpoken();
            }

            assertThat(spoken).as("spoken, %s", shape).isPositive();
            assertThat(right)
                    .as("%s: right where they spoke %d times, in %d estates", shape, spoken, SEEDS)
                    .isGreaterThanOrEqualTo(ofEstate)
                    .isGreaterThanOrEqualTo(ofAccount);
        }
    }
}
