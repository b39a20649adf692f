package io.tagcompliance.core.report;

import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.trend.ViolationHistory;
import java.util.List;
import java.util.Optional;

/**
 * A check, the bill and the history, put together.
 *
 * @param trend           of the last 90 days
 * @param rules           every rule that some resource fails, the one that most fail first
 * @param teams           by the value of the tag that names teams, the one with most failing resources first
 * @param recommendations what to do, what moves most money first, then most resources
 */
public record ComplianceReport(
        ComplianceCheck check,
        CostAttribution attribution,
        Trend trend,
        List<RuleImpact> rules,
        Teams teams,
        List<Recommendation> recommendations) {
    public ComplianceReport {
        rules = List.copyOf(rules);
        recommendations = List.copyOf(recommendations);
    }

    /** How compliance went. */
    public sealed interface Trend {
        /** As kept checks tell. */
        record Known(ViolationHistory history) implements Trend {}

        /** Kept checks could not be read. */
        record Unknown(String reason) implements Trend {}
    }

    /**
     * A rule that resources fail.
     *
     * @param tag  the key that it is about
     * @param cost of the resources that fail it, each once; nothing where these are on no bill; none where no bill is known
     */
    public record RuleImpact(String rule, String tag, int resources, Optional<Money> cost) {}

    /** How teams do. */
    public sealed interface Teams {
        /**
         * @param key         the tag that names teams
         * @param teams       every one, so that their sums are those of the check
         * @param tagsUnknown resources of which nobody knows whose they are
         */
        record Known(String key, List<Team> teams, int tagsUnknown) implements Teams {
            public Known {
                teams = List.copyOf(teams);
            }
        }

        /** No rule is about a tag that names teams. */
        record NoSuchTag() implements Teams {}
    }

    /**
     * What carries one value of the tag that names teams.
     *
     * @param name      empty = resources without a value
     * @param failing   with an error at least
     * @param cost      of those that fail; none where no bill is known
     */
    public record Team(String name, int resources, int failing, Optional<Money> cost) {}

    /**
     * One thing to do.
     *
     * @param issue     what is wrong, as answers name it
     * @param through   where to mend it: what resources belong to, where many of them share it
     * @param resources how many it mends
     * @param some      the first of them, the dearest first
     * @param cost      what they cost in a month; none where no bill is known
     */
    public record Recommendation(
            String rule,
            String tag,
            String issue,
            Through through,
            int resources,
            List<ResourceId> some,
            Optional<Money> cost) {
        public Recommendation {
            some = List.copyOf(some);
        }
    }

    /** Where something is mended. */
    public sealed interface Through {
        /** On each resource. */
        record Itself() implements Through {}

        /**
         * On a parent that hands its tags on, or its template.
         *
         * @param kind as {@code stack}
         */
        record Parent(String kind, String name) implements Through {}
    }
}
