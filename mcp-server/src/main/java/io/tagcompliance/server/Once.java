package io.tagcompliance.server;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that is made when it is first asked for, once; a failure to make it is not remembered. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }

    /** Does something with it, unless nobody ever asked for it. */
    synchronized void ifMade(Consumer<T> action) {
        made.ifPresent(action);
    }
}
