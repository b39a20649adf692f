package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.Abstention.Why;
import io.tagcompliance.core.advice.EstateKnowledge.OfScan;
import io.tagcompliance.core.advice.Opinion.Heard;
import io.tagcompliance.core.advice.TagSuggestion.Alternative;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.KeyStanding;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.evaluation.Waiver;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Gives advice on the keys of one resource of a scan. */
final class Adviser {
    private static final int MOST_EVIDENCE = 3;
    private static final int MOST_ALTERNATIVES = 3;

    private final OfScan known;
    private final Row row;
    private final Instant now;
    private final CompiledPolicy policy;
    private final CreatorEvidence creators;

    Adviser(OfScan known, Row row, Instant now) {
        this.known = known;
        this.row = row;
        this.now = now;
        this.policy = known.estate().policy();
        this.creators = new CreatorEvidence(known);
    }

    /** What is said of one key. */
    sealed interface Said {
        record Suggested(TagSuggestion suggestion) implements Said {}

        record Nothing(Abstention abstention) implements Said {}
    }

    Resource resource() {
        return row.resource();
    }

    /**
     * The keys that the policy requires of it and that it neither has right nor inherits, and those that a condition demands
     * which it fulfils, by their general names.
     */
    List<TagKey> lackingKeys() {
        Stream<TagKey> required =
                policy
                        .requiredOf(
                                resource().id().cloud(),
                                resource().type(),
                                subject().place())
                        .stream()
                        .map(TagRule::id)
                        .flatMap(id -> policy.policy().required().stream()
                                .filter(rule -> rule.id().equals(id))
                                .map(TagRule::key));
        return DemandedKeys.distinct(Stream.concat(required.filter(key -> !isRight(key)), lackingByConditions()));
    }

    /** Conditions look at its own tags alone: what it inherits is nothing to them. */
    private Stream<TagKey> lackingByConditions() {
        return resource().tags() instanceof TagReading.Known known
                ? DemandedKeys.byConditions(policy.policy(), policy.unmetOn(subject(), known.tags()))
                : Stream.empty();
    }

    private Subject subject() {
        return Subject.of(resource(), known.estate().parents().of(resource()));
    }

    private boolean isRight(TagKey key) {
        if (!(resource().tags() instanceof TagReading.Known tags)
                || lackingByConditions().anyMatch(one -> one.folded().equals(key.folded()))) {
            return false;
        }
        return switch (known.about(key).standing(resource(), tags.tags())) {
            case KeyStanding.Right right -> true;
            case KeyStanding.Inherited inherited -> true;
            default -> false;
        };
    }

    Said advise(TagKey key) {
        if (key.isSystem()) {
            return nothing(key, Why.SYSTEM_KEY);
        }
        KeyKnowledge knowledge = known.about(key);
        TagKey written = knowledge.keyOn(resource());
        if (!(resource().tags() instanceof TagReading.Known tags)) {
            return nothing(written, Why.TAGS_UNKNOWN);
        }
        if (isRight(key)) {
            return nothing(written, Why.ALREADY_RIGHT);
        }
        return switch (knowledge.opinion(row, creators.heard(knowledge, row))) {
            case Opinion.None none -> nothing(written, none.why());
            case Opinion.Value value ->
                isFine(written, value.value(), tags.tags())
                        ? new Said.Suggested(suggestion(written, value, knowledge, tags.tags()))
                        : nothing(written, Why.NOT_ALLOWED);
        };
    }

    private static Said nothing(TagKey key, Why why) {
        return new Said.Nothing(new Abstention(key, why));
    }

    /** Whether the whole policy has nothing against it: rules across tags, prohibitions and lengths too. */
    private boolean isFine(TagKey key, String value, Tags tags) {
        Map<String, String> with = new LinkedHashMap<>(tags.asMap());
        with.keySet().removeIf(one -> one.equalsIgnoreCase(key.text()));
        with.put(key.text(), value);
        Subject own = subject();
        Subject tagged = new Subject(
                own.cloud(), own.type(), own.id(), own.place(), TagReading.known(with), own.creation(), own.lineage());
        return !(policy.judge(tagged, now) instanceof Verdict.Judged judged)
                || Stream.concat(
                                judged.violations().stream(),
                                judged.waivers().stream().map(Waiver::violation))
                        .map(Violation::tag)
                        .noneMatch(key.text()::equalsIgnoreCase);
    }

    private TagSuggestion suggestion(TagKey key, Opinion.Value value, KeyKnowledge knowledge, Tags tags) {
        List<Evidence> evidence = value.evidence().stream()
                .limit(MOST_EVIDENCE)
                .map(heard -> new Evidence(
                        heard.hearing().kind(),
                        heard.hearing().by(),
                        heard.hearing().votes().count(),
                        heard.hearing().votes().of(),
                        heard.precision()))
                .toList();
        List<Alternative> alternatives = alternatives(value, knowledge).stream()
                .filter(other -> isFine(key, other.value(), tags))
                .limit(MOST_ALTERNATIVES)
                .toList();
        return new TagSuggestion(key, value.value(), evidence, alternatives);
    }

    /** Those that lost in the surest evidence, then those that other evidence names. */
    private List<Alternative> alternatives(Opinion.Value value, KeyKnowledge knowledge) {
        List<Alternative> all = new ArrayList<>();
        Heard surest = value.evidence().getFirst();
        counts(surest.hearing(), knowledge).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(vote -> alternative(vote.getKey(), surest.hearing(), vote.getValue()))
                .forEach(all::add);
        value.others()
                .forEach(heard -> heard.value()
                        .ifPresent(other -> all.add(alternative(
                                other, heard.hearing(), heard.hearing().votes().count()))));
        Set<String> seen = new HashSet<>(Set.of(value.value()));
        all.removeIf(one -> !seen.add(one.value()));
        return all;
    }

    private Map<String, Integer> counts(Hearing hearing, KeyKnowledge knowledge) {
        return hearing.kind() == EvidenceClass.CREATOR
                ? creators.counts(knowledge, row)
                : hearing.ballot().map(bond -> knowledge.counts(row, bond)).orElse(Map.of());
    }

    private static Alternative alternative(String value, Hearing hearing, int votes) {
        return new Alternative(value, hearing.kind(), votes, hearing.votes().of());
    }
}
