package io.tagcompliance.core.check;

import java.util.Set;

/** A question names accounts or organisational units that hold nothing which may be read. Nothing was scanned. */
public final class NoSuchAccountsException extends RuntimeException {
    private final transient Set<String> names;

    NoSuchAccountsException(Set<String> names) {
        super("no account that may be read is, or lies in, what was named");
        this.names = Set.copyOf(names);
    }

    /** What was named. */
    public Set<String> names() {
        return names;
    }
}
