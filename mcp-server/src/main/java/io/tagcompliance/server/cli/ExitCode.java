package io.tagcompliance.server.cli;

/** How a command ends. Where several hold, the one that stands later here counts. */
enum ExitCode {
    FINE(0),
    BELOW_THE_BAR(1),
    NOT_ALL_READABLE(3),
    REFUSED(4),
    WRONG_USE(2);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    ExitCode orWorse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
