package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import java.util.List;

/**
 * An estate file can't be used. Nothing of it was taken over.
 *
 * <p>The message is one line for the person who owns the file: its name, the line, what is wrong there and what to do.
 * What it quotes of the file is shortened and shows no invisible characters.
 */
public final class EstateFileException extends RuntimeException {
    private final transient String file;
    private final transient List<String> problems;
    private final transient long count;
    private final transient ReadFailure failure;

    /** @param problems the first problems of the file, at least one; {@code count} is the number of all */
    EstateFileException(String file, List<String> problems, long count) {
        super(Quoted.visible(file) + ", " + problems.getFirst() + more(count));
        this.file = Quoted.visible(file);
        this.count = count;
        this.problems = List.copyOf(problems);
        this.failure = new ReadFailure(Kind.UNAVAILABLE, "estate file", remedy(count));
    }

    /** A problem of the whole file. */
    EstateFileException(String file, String problem) {
        super(Quoted.visible(file) + ": " + problem);
        this.file = Quoted.visible(file);
        this.count = 1;
        this.problems = List.of(problem);
        this.failure = new ReadFailure(Kind.UNAVAILABLE, "estate file", remedy(1));
    }

    private static String more(long count) {
        return count == 1 ? "" : " (" + count + " problems in all)";
    }

    /** No word of the file's own: this one goes to clients. */
    private static String remedy(long count) {
        return "the estate file was changed and can't be read any more (problems: " + count
                + "); correct it, the next scan reads it again";
    }

    /** The first ten problems, each with its line. */
    public List<String> problems() {
        return problems;
    }

    /** The same in lines, where there are several: how many problems the file has, the first ten, and how many more. */
    public String inLines() {
        if (count == 1) {
            return String.valueOf(getMessage());
        }
        String rest = count > problems.size() ? "\n  and " + (count - problems.size()) + " more" : "";
        return file + " has " + count + " problems\n  " + String.join("\n  ", problems) + rest;
    }

    /** The same as what a scan says that finds the file wrong. */
    ReadFailure failure() {
        return failure;
    }
}
