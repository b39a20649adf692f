package io.tagcompliance.benchmarks;

import io.tagcompliance.policy.Severity;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Bar P4: evaluation in each form against objects and hash maps, by CPU time, with what each allocates per resource. */
final class EvaluationBar {
    private EvaluationBar() {}

    /** @param arguments how many resources (200,000) and how many pairs (7) */
    public static void main(String[] arguments) {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        run(size, pairs, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(int size, int pairs, PrintWriter out) {
        Evaluation evaluation = Evaluation.of(size);
        evaluation.requireEqual();
        Pairs sides = new Pairs(pairs);
        out.printf("%,d resources, %d pairs; all forms say the same%n", size, pairs);
        out.println(sides.run(evaluation::plain, evaluation::strings).line("each by itself, against objects", size));
        out.println(sides.run(evaluation::plain, evaluation::batch).line("strings in a batch, against objects", size));
        out.println(sides.run(evaluation::linear, evaluation::batch)
                .line("strings in a batch, against linear-time objects", size));
        out.println(sides.run(evaluation::plain, evaluation::cold).line("columns, first check, against objects", size));
        out.println(
                sides.run(evaluation::plain, () -> evaluation.tally(Set.of())).line("columns, against objects", size));
        out.println(sides.run(evaluation::plain, () -> evaluation.tally(Set.of(Severity.values())))
                .line("columns, listing what fails, against objects", size));
    }
}
