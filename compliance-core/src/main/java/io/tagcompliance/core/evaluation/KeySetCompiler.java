package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.evaluation.KeySetRules.Finder;
import io.tagcompliance.core.evaluation.KeySetRules.Part;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.ProhibitedTag;
import io.tagcompliance.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Goes through the rules at a site for one sequence of keys, and settles what keys alone decide. Confined to one thread. */
final class KeySetCompiler {
    private final KeyPositions keys;
    private final PolicyMemory memory;
    private final List<Part> parts = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final List<ValueVerdicts> verdicts = new ArrayList<>();
    private final List<RowTest> conditions = new ArrayList<>();

    private KeySetCompiler(KeyPositions keys, PolicyMemory memory) {
        this.keys = keys;
        this.memory = memory;
    }

    /** The rules for these keys; none where there are more checks than bits. */
    static Optional<KeySetRules> compile(SiteRules rules, List<String> keys, PolicyMemory memory) {
        KeySetCompiler compiler = new KeySetCompiler(KeyPositions.of(keys), memory);
        rules.tagRules().forEach(rule -> compiler.add(rule, rules.lineage()));
        rules.conditional().forEach(compiler::add);
        rules.prohibited().forEach(compiler::add);
        for (int position = 0; position < keys.size(); position++) {
            compiler.addNaming(keys.get(position), position);
        }
        return compiler.positions.size() + compiler.conditions.size() > Long.SIZE
                ? Optional.empty()
                : Optional.of(new KeySetRules(compiler));
    }

    private void add(CompiledRule rule, Lineage lineage) {
        OptionalInt position = keys.of(rule.rule().key(), rule.keyCase());
        if (position.isEmpty()) {
            rule.judge(keys.asTags(), lineage).ifPresent(found -> fails(found, absence(found)));
        } else if (!rule.values().checks().isEmpty()) {
            int bit = check(position.getAsInt(), memory.verdicts(rule.values()));
            Map<String, List<Violation>> known = memory.violations(rule);
            mayFail(bit, memory.numbers().of(rule.rule().id()), rule.rule().severity(), (tags, values, violations) -> {
                String value = values.textAt(position.getAsInt());
                List<Violation> found = known.get(value);
                violations.addAll(found != null ? found : memory.remember(known, value, rule.judge(value)));
            });
        }
    }

    /** That a key is missing is the same violation on every resource; of another key the value differs, and its place is known. */
    private static Finder absence(Violation found) {
        return switch (found) {
            case Violation.WrongKeyCase wrong ->
                (tags, values, violations) -> violations.add(
                        new Violation.WrongKeyCase(wrong.demand(), wrong.foundKey(), there(wrong.value(), values)));
            case Violation.KnownAlias alias ->
                (tags, values, violations) -> violations.add(
                        new Violation.KnownAlias(alias.demand(), alias.foundKey(), there(alias.value(), values)));
            default -> new KeySetRules.Always(List.of(found));
        };
    }

    private static String there(String position, BatchValues values) {
        return values.textAt(Integer.parseInt(position));
    }

    private void add(CompiledConditional rule) {
        Finder finder = (tags, values, violations) -> violations.add(rule.violatedBy(tags));
        RowTest when = RowTest.of(rule.when(), keys, this::check);
        RowTest then = RowTest.of(rule.then(), keys, this::check);
        RowTest violated = RowTest.several(List.of(when, RowTest.not(then)), false);
        if (!(violated instanceof RowTest.Settled settled)) {
            conditions.add(violated);
            int bit = Long.SIZE - conditions.size();
            mayFail(bit, memory.numbers().of(rule.rule().id()), rule.rule().severity(), finder);
        } else if (settled.always()) {
            fails(new Violation.ConditionNotMet(rule.rule(), rule.key(), new FoundKey.Missing()), finder);
        }
    }

    private void add(ProhibitedTag rule) {
        fail(
                CompiledPolicy.judge(rule, keys.asTags()),
                (tags, values, violations) -> violations.addAll(CompiledPolicy.judge(rule, tags)));
    }

    private void addNaming(String key, int position) {
        NamingJudge naming = memory.naming();
        if (!naming.judges(key)) {
            return;
        }
        List<Violation> ofKey = new ArrayList<>();
        naming.judgeKey(key, "", ofKey);
        fail(ofKey, (tags, values, violations) -> naming.judgeKey(key, value(key, tags), violations));
        if (naming.limitsValues()) {
            int bit = check(position, memory.lengths());
            mayFail(
                    bit,
                    lengthRule(),
                    naming.severity(),
                    (tags, values, violations) ->
                            naming.judgeValue(key, value(key, tags)).ifPresent(violations::add));
        }
    }

    private static String value(String key, Tags tags) {
        return tags.value(key).orElseThrow();
    }

    private int check(int position, CompiledValues demand) {
        return check(position, memory.verdicts(demand));
    }

    private int check(int position, ValueVerdicts ofValue) {
        positions.add(position);
        verdicts.add(ofValue);
        return positions.size() - 1;
    }

    /** Several violations that are found at once. */
    private void fail(List<Violation> found, Finder finder) {
        for (int number = 0; number < found.size(); number++) {
            fails(found.get(number), number == 0 ? finder : Finder.NOTHING);
        }
    }

    private void fails(Violation violation, Finder finder) {
        parts.add(new Part(
                -1,
                memory.numbers().of(violation.rule()),
                violation.severity() == Severity.ERROR,
                violation instanceof Violation.MissingTag,
                finder));
    }

    private void mayFail(int bit, int rule, Severity severity, Finder finder) {
        parts.add(new Part(bit, rule, severity == Severity.ERROR, false, finder));
    }

    List<Part> parts() {
        return parts;
    }

    int[] positions() {
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    ValueVerdicts[] verdicts() {
        return verdicts.toArray(ValueVerdicts[]::new);
    }

    RowTest[] conditions() {
        return conditions.toArray(RowTest[]::new);
    }

    /** The number of the rule about the length of values. */
    int lengthRule() {
        return memory.numbers().of(NamingJudge.MAX_VALUE_LENGTH);
    }
}
