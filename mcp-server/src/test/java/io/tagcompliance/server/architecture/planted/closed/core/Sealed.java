package io.tagcompliance.server.architecture.planted.closed.core;

public sealed class Sealed {
    /** The only one. */
    public static final class Only extends Sealed {}
}
