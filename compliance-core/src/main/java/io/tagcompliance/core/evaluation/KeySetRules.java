package io.tagcompliance.core.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * What the rules at a site come to for all resources that have the same keys: what fails whatever the values are, and what
 * depends on single values. What of the latter a row fails is a mask with a bit for each check: those of one value from the
 * lowest bit upwards, those of several from the highest downwards.
 */
final class KeySetRules {
    private final List<Part> parts;
    private final int[] positions;
    private final ValueVerdicts[] verdicts;
    private final RowTest[] conditions;
    private final Signatures signatures;
    private final Masks masks;
    private final Constants constants;

    /**
     * Something that fails, or may.
     *
     * @param bit     of the check that decides; {@link #CONSTANT} where keys alone do, and it fails
     * @param rule    the number of its rule
     * @param finding of what is wrong then
     */
    record Part(int bit, int rule, boolean isError, boolean isMissing, Finding finding) {
        static final int CONSTANT = -1;

        boolean fails(long failed) {
            return isConstant() || ((failed >>> bit) & 1) != 0;
        }

        boolean isConstant() {
            return bit == CONSTANT;
        }
    }

    /** The bits of values that fail a rule by themselves, those of errors and of lengths, and the rule's number of each. */
    private record Masks(long rules, long errors, long lengths, int[] numbers) {}

    /** What fails whatever the values are: how much, of which rules, and which of these for want of a key. */
    private record Constants(int errors, int warnings, int[] rules, int[] missing) {}

    KeySetRules(KeySetCompiler compiled) {
        this.parts = compiled.parts();
        this.positions = compiled.positions();
        this.verdicts = compiled.verdicts();
        this.conditions = compiled.conditions();
        this.signatures = Arrays.stream(conditions).anyMatch(RowTest::comparesValues)
                ? Signatures.none()
                : Signatures.of(positions, verdicts);
        this.masks = masks(parts, compiled.lengthRule());
        this.constants = constants(parts);
    }

    private static Masks masks(List<Part> parts, int lengthRule) {
        long rules = 0;
        long errors = 0;
        long lengths = 0;
        int[] numbers = new int[Long.SIZE];
        for (Part part : parts) {
            if (!part.isConstant()) {
                rules |= 1L << part.bit();
                numbers[part.bit()] = part.rule();
                errors |= part.isError() ? 1L << part.bit() : 0;
                lengths |= part.rule() == lengthRule ? 1L << part.bit() : 0;
            }
        }
        return new Masks(rules, errors, lengths, numbers);
    }

    private static Constants constants(List<Part> parts) {
        List<Part> constant = parts.stream().filter(Part::isConstant).toList();
        int errors = (int) constant.stream().filter(Part::isError).count();
        return new Constants(
                errors,
                constant.size() - errors,
                constant.stream().mapToInt(Part::rule).distinct().toArray(),
                constant.stream().filter(Part::isMissing).mapToInt(Part::rule).toArray());
    }

    /** The signatures of rows, and none of them where something else than single values decides. */
    Signatures signatures() {
        return signatures;
    }

    /** What a row fails of that which depends on its values. */
    long failed(NumberedValues values, int first) {
        long wrong = 0;
        for (int check = 0; check < positions.length; check++) {
            if (!verdicts[check].admit(values.at(first + positions[check]), values)) {
                wrong |= 1L << check;
            }
        }
        long failed = wrong & masks.rules();
        for (int condition = 0; condition < conditions.length; condition++) {
            if (conditions[condition].holds(wrong, values, first)) {
                failed |= Long.MIN_VALUE >>> condition;
            }
        }
        return failed;
    }

    /** How many violations are errors, of a row that failed that much. */
    int errors(long failed) {
        return constants.errors() + Long.bitCount(failed & masks.errors());
    }

    int warnings(long failed) {
        return constants.warnings() + Long.bitCount(failed & ~masks.errors());
    }

    /** Notes the rules that so many rows fail, each once for each of them; the first of these rows is given. */
    void note(long failed, int row, int rows, RuleCounts counts) {
        for (int rule : constants.rules()) {
            counts.add(rule, row, rows);
        }
        for (int rule : constants.missing()) {
            counts.addMissing(rule, rows);
        }
        long single = (failed & ~masks.lengths()) | Long.lowestOneBit(failed & masks.lengths());
        for (long bits = single; bits != 0; bits &= bits - 1) {
            counts.add(masks.numbers()[Long.numberOfTrailingZeros(bits)], row, rows);
        }
    }

    /** Whether a required key is missing, under any name. */
    boolean lacksRequired() {
        return constants.missing().length > 0;
    }

    /** What is wrong with rows that failed that much, in the order of the policy. */
    List<Finding> findings(long failed) {
        return parts.stream()
                .filter(part -> part.fails(failed))
                .map(Part::finding)
                .toList();
    }
}
