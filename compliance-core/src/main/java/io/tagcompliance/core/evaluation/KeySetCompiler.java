package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.evaluation.KeySetRules.Part;
import io.tagcompliance.policy.ProhibitedTag;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.Severity;
import java.util.ArrayList;
import java.util.List;
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
            rule.judge(keys.asTags(), lineage).ifPresent(this::fails);
        } else if (!rule.values().checks().isEmpty()) {
            int bit = check(position.getAsInt(), memory.verdicts(rule.values()));
            Finding finding = new Finding(position.getAsInt(), memory.violations(rule));
            mayFail(bit, rule.rule().id(), rule.rule().severity(), finding);
        }
    }

    private void add(CompiledConditional rule) {
        RowTest when = RowTest.of(rule.when(), keys, this::check);
        RowTest then = RowTest.of(rule.then(), keys, this::check);
        RowTest violated = RowTest.several(List.of(when, RowTest.not(then)), false);
        Violation found = rule.violatedBy(keys.asTags());
        if (!(violated instanceof RowTest.Settled settled)) {
            conditions.add(violated);
            int bit = Long.SIZE - conditions.size();
            mayFail(bit, rule.rule().id(), rule.rule().severity(), Finding.of(found));
        } else if (settled.always()) {
            fails(found);
        }
    }

    private void add(ProhibitedTag rule) {
        CompiledPolicy.judge(rule, keys.asTags()).forEach(this::fails);
    }

    private void addNaming(String key, int position) {
        NamingJudge naming = memory.naming();
        if (!naming.judges(key)) {
            return;
        }
        List<Violation> ofKey = new ArrayList<>();
        naming.judgeKey(key, Integer.toString(position), ofKey);
        ofKey.forEach(this::fails);
        if (naming.limitsValues()) {
            int bit = check(position, memory.lengths());
            Finding finding =
                    new Finding(position, value -> naming.judgeValue(key, value).orElseThrow());
            mayFail(bit, NamingJudge.MAX_VALUE_LENGTH, naming.severity(), finding);
        }
    }

    private int check(int position, CompiledValues demand) {
        return check(position, memory.verdicts(demand));
    }

    private int check(int position, ValueVerdicts ofValue) {
        positions.add(position);
        verdicts.add(ofValue);
        return positions.size() - 1;
    }

    private void fails(Violation violation) {
        parts.add(new Part(
                Part.CONSTANT,
                memory.numbers().of(violation.rule()),
                violation.severity() == Severity.ERROR,
                violation instanceof Violation.MissingTag,
                Finding.of(violation)));
    }

    private void mayFail(int bit, RuleId rule, Severity severity, Finding finding) {
        parts.add(new Part(bit, memory.numbers().of(rule), severity == Severity.ERROR, false, finding));
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
