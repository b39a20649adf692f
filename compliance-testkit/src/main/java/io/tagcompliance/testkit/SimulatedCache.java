package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.ScanCache;
import java.time.Duration;
import java.util.Set;

/** A cache under the control of a test: the adapter under test, its clock, and troubles that can be inflicted on its store. */
public interface SimulatedCache extends AutoCloseable {
    /** The adapter under test. Always the same object. */
    ScanCache cache();

    /** Lets time pass for the cache and for its store. */
    void pass(Duration time);

    /** Makes the store misbehave from now on. Of {@link #impossible} troubles, throws UnsupportedOperationException. */
    void inflict(CacheTrouble trouble);

    /** The troubles that can't befall this kind of cache; the contract tests that each is refused. */
    Set<Class<? extends CacheTrouble>> impossible();

    /** Makes a store that couldn't be reached reachable again. */
    void recover();

    /** Closes the cache and its store. */
    @Override
    void close();
}
