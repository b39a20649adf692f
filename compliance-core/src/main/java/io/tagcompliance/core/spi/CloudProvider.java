package io.tagcompliance.core.spi;

import io.tagcompliance.policy.Cloud;
import java.util.Optional;

/** One cloud, and what this program can do there. */
public interface CloudProvider extends AutoCloseable {
    Cloud cloud();

    /** Where its facts come from. */
    Source source();

    /** The resources of it; always the same object. */
    ResourceInventory inventory();

    /** Its accounts by name and organisational unit, where it tells these. */
    Optional<AccountDirectory> directory();

    /** Who made its resources, where it tells that. */
    Optional<CreatorLog> creators();

    /** Who changed tags, where it tells that. */
    default Optional<TagChangeLog> tagChanges() {
        return Optional.empty();
    }

    /** Lets go of connections and threads. The inventory may not be used afterwards. Closing twice does no harm. */
    @Override
    void close();

    /** Where facts come from. */
    enum Source {
        /** Asked from the cloud itself. */
        LIVE,
        /** Read from an export, or made up. */
        FILE
    }
}
