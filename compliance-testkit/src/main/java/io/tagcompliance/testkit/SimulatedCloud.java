package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.policy.ResourceType;
import java.util.List;
import java.util.Set;

/**
 * A cloud under the control of a test: an estate that is known, an inventory of the adapter under test that reads it, and
 * troubles that can be inflicted on it.
 *
 * <p>Its estate is that of {@link ContractEstate}, in the types and ids of the cloud.
 */
public interface SimulatedCloud extends AutoCloseable {
    /** The adapter under test, reading this cloud. Always the same object. */
    ResourceInventory inventory();

    /** Everything that an undisturbed scan must find, and nothing else. */
    List<Resource> estate();

    /** A type of this cloud that the inventory doesn't read. */
    ResourceType foreignType();

    /** An id of this cloud, of a type that the inventory reads, that belongs to no resource. */
    ResourceId absentId();

    /** The secret that the adapter authenticates with; some text that stands nowhere else where it needs none. */
    String secret();

    /** Makes the cloud misbehave from now on. Of {@link #impossible} troubles, throws UnsupportedOperationException. */
    void inflict(Trouble trouble);

    /** The troubles that can't befall this kind of cloud; the contract tests that each is refused. */
    Set<Class<? extends Trouble>> impossible();

    /** Closes the inventory and the cloud. */
    @Override
    void close();
}
