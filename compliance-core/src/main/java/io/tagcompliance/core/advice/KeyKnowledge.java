package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.Calibration.Measure;
import io.tagcompliance.core.advice.Calibration.Trial;
import io.tagcompliance.core.advice.CommonestValues.Guesses;
import io.tagcompliance.core.advice.Opinion.Heard;
import io.tagcompliance.core.check.ParentTags;
import io.tagcompliance.core.evaluation.AllocationJudge;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.KeyStanding;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.TagKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an estate knows of one key: who has which value, and how often evidence for it is right. Immutable when made. */
final class KeyKnowledge {
    /** Of more resources that have the key, every so many-th is tried, always the same ones. */
    static final int MOST_TRIALS = 10_000;

    private final Bonds bonds;
    private final ParentTags parents;
    private final AllocationJudge judge;
    private final Set<String> names;
    private final List<String> texts = new ArrayList<>();
    private final int[] values;
    private final int tryEvery;
    private final Ballots ballots;
    private final CommonestValues commonest;
    private final Calibration calibration;

    /** A scan, what binds its resources, what they can inherit, and the policy that says what is right. */
    record Estate(ResourceColumns columns, Bonds bonds, ParentTags parents, CompiledPolicy policy) {}

    KeyKnowledge(Estate estate, TagKey key) {
        this.bonds = estate.bonds();
        this.parents = estate.parents();
        this.judge = estate.policy().allocationBy(key, AllocationJudge.From.ALL);
        this.names = names(estate.policy(), key);
        this.values = values(estate);
        this.tryEvery =
                1 + (int) (Arrays.stream(values).filter(value -> value >= 0).count() - 1) / MOST_TRIALS;
        this.ballots = new Ballots(bonds, values, estate.columns());
        this.commonest = commonest(estate.columns());
        this.calibration = calibrate(estate.columns());
    }

    /** All names of the key: evidence that goes by one of them would be the tag's own. */
    private static Set<String> names(CompiledPolicy policy, TagKey key) {
        return Stream.concat(
                        Stream.of(key),
                        Stream.of(policy.policy().required(), policy.policy().optional())
                                .flatMap(List::stream)
                                .filter(rule -> rule.key().folded().equals(key.folded()))
                                .flatMap(rule -> Stream.concat(
                                        Stream.of(rule.demand()),
                                        rule.overrides().values().stream().map(override -> override.demand())))
                                .flatMap(demand -> Stream.concat(Stream.of(demand.key()), demand.aliases().stream())))
                .map(TagKey::folded)
                .collect(Collectors.toUnmodifiableSet());
    }

    private int[] values(Estate estate) {
        ResourceColumns columns = estate.columns();
        boolean anyCondition =
                estate.policy().policy().rules().conditional().stream().anyMatch(this::isAbout);
        Map<String, Integer> numbers = new HashMap<>();
        int[] found = new int[columns.size()];
        for (int row = 0; row < found.length; row++) {
            Resource resource = columns.get(row);
            Subject subject = subject(resource);
            found[row] = resource.tags() instanceof TagReading.Known known
                    ? right(subject, known.tags())
                            .filter(value -> !anyCondition
                                    || estate.policy().unmetOn(subject, known.tags()).stream()
                                            .noneMatch(this::isAbout))
                            .map(value -> number(value, numbers))
                            .orElse(-1)
                    : -1;
        }
        return found;
    }

    private boolean isAbout(ConditionalRule rule) {
        return names.contains(rule.then().key().folded());
    }

    private Subject subject(Resource resource) {
        return Subject.of(resource, parents.of(resource));
    }

    private int number(String value, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(value, absent -> {
            texts.add(value);
            return texts.size() - 1;
        });
    }

    /** The value under the key, as the policy spells it, where it allows it. */
    private Optional<String> right(Subject subject, Tags tags) {
        return judge.standing(subject, tags) instanceof KeyStanding.Right right
                ? judge.spelled(subject, right.value())
                : Optional.empty();
    }

    private CommonestValues commonest(ResourceColumns columns) {
        CommonestValues.Counting counting = new CommonestValues.Counting();
        for (int row = 0; row < values.length; row++) {
            if (has(row)) {
                counting.add(columns.get(row), valueOf(row));
            }
        }
        return counting.values();
    }

    private Calibration calibrate(ResourceColumns columns) {
        Calibration.Notes notes = new Calibration.Notes();
        for (int row : trials()) {
            Row tried = Row.of(columns, row);
            Subject subject = subject(tried.resource());
            Guesses guesses = guesses(tried);
            for (Hearing hearing : hearings(tried, subject)) {
                Optional<String> said = hearing.obstacle().isEmpty() ? spelled(subject, hearing) : Optional.empty();
                if (said.isPresent()) {
                    notes.add(hearing, group(row, hearing.kind()), Trial.of(said.get(), guesses, valueOf(row)));
                }
            }
        }
        return notes.calibration();
    }

    /** The rows on which it was tried how often evidence is right: those that have the key, or some of them. */
    List<Integer> trials() {
        List<Integer> rows = new ArrayList<>();
        int known = 0;
        for (int row = 0; row < values.length; row++) {
            if (values[row] >= 0 && known++ % tryEvery == 0) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** What the simplest ways guess for a row, as if it had not the key. */
    Guesses guesses(Row row) {
        return commonest.guesses(row.resource(), has(row.number()) ? valueOf(row.number()) : "");
    }

    /** Whether a row has the key, with a value that counts. */
    boolean has(int row) {
        return values[row] >= 0;
    }

    /** The number of the value that a row has; negative where it has none that counts. */
    int value(int row) {
        return values[row];
    }

    /** The value of that number. */
    String text(int value) {
        return texts.get(value);
    }

    /** The value that a row has. */
    String valueOf(int row) {
        return texts.get(values[row]);
    }

    private int group(int row, EvidenceClass kind) {
        return bonds.groupOf(row, kind.leftOut());
    }

    /** What was heard, as the policy spells it; empty where it isn't allowed there. */
    Optional<String> spelled(Resource resource, Hearing hearing) {
        return spelled(subject(resource), hearing);
    }

    private Optional<String> spelled(Subject subject, Hearing hearing) {
        return judge.spelled(subject, hearing.value());
    }

    /** What each kind of evidence says, were the key not there. */
    private List<Hearing> hearings(Row row, Subject subject) {
        Map<List<Object>, Hearing> most = new HashMap<>();
        List<Hearing> found = new ArrayList<>();
        for (Bond bond : bonds.of(row)) {
            Votes votes = names.contains(bond.by()) ? Votes.NONE : ballots.of(row.number(), bond);
            if (votes.of() > 0) {
                Hearing hearing =
                        new Hearing(bond.kind(), bond.by(), votes, texts.get(votes.value()), Optional.of(bond));
                most.merge(
                        List.of(bond.kind(), bond.by()),
                        hearing,
                        (one, other) -> Hearing.SAYS_LESS.compare(one, other) >= 0 ? one : other);
            }
        }
        found.addAll(most.values());
        for (Parent parent : Parent.values()) {
            subject.lineage()
                    .of(parent)
                    .flatMap(tags -> right(subject, tags))
                    .ifPresent(value -> found.add(ofParent(parent, value)));
        }
        return found;
    }

    private static Hearing ofParent(Parent parent, String value) {
        return new Hearing(EvidenceClass.PARENT_TAGS, parent.label(), new Votes(-1, 1, 1), value, Optional.empty());
    }

    /**
     * What to think of the key on a row, as if it were not there.
     *
     * @param besides what was heard that the scan itself doesn't tell
     */
    Opinion opinion(Row row, List<Heard> besides) {
        List<Heard> heard = heard(row, kind -> Calibration.NO_FOLD);
        heard.addAll(besides);
        return Opinion.of(heard);
    }

    /** The same by figures in which the row's own groups have no part, to check those figures. */
    Opinion uninfluenced(Row row) {
        return Opinion.of(heard(row, kind -> Calibration.foldOf(group(row.number(), kind))));
    }

    private List<Heard> heard(Row row, ToIntFunction<EvidenceClass> leftOutFold) {
        Subject subject = subject(row.resource());
        Guesses guesses = guesses(row);
        List<Heard> heard = new ArrayList<>();
        for (Hearing hearing : hearings(row, subject)) {
            Measure measure = calibration.measure(hearing, leftOutFold.applyAsInt(hearing.kind()));
            heard.add(new Heard(hearing, spelled(subject, hearing), measure, guesses));
        }
        return heard;
    }

    /** All votes of a bond for values that the policy allows there. */
    Map<String, Integer> counts(Row row, Bond bond) {
        return spelled(row.resource(), ballots.counts(row.number(), bond));
    }

    /** Votes by the numbers of values as votes for values that the policy allows there. */
    Map<String, Integer> spelled(Resource resource, Map<Integer, Integer> votes) {
        Subject subject = subject(resource);
        Map<String, Integer> counts = new HashMap<>();
        votes.forEach((value, count) -> judge.spelled(subject, texts.get(value))
                .ifPresent(spelled -> counts.merge(spelled, count, Integer::sum)));
        return counts;
    }

    /** The key as the policy writes it for that resource. */
    TagKey keyOn(Resource resource) {
        return judge.keyOn(subject(resource));
    }

    /** How the key stands on a resource with these tags. */
    KeyStanding standing(Resource resource, Tags tags) {
        return judge.standing(subject(resource), tags);
    }
}
