package io.tagcompliance.core.spi;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import java.util.List;
import java.util.Set;

/**
 * The resources of one cloud.
 *
 * <p>An adapter keeps these guarantees; the contract in {@code compliance-testkit} tests each by its number.
 *
 * <ol>
 *   <li>Every resource of the scope reaches the sink exactly once over all pages.
 *   <li>Paging ends: a page token that repeats is a gap, an empty page with a token is no end.
 *   <li>Resources that were never tagged are included.
 *   <li>Tags that could not be read are unknown, which is not the same as none.
 *   <li>Keys and values keep every byte.
 *   <li>The scope is honoured: nothing outside it reaches the sink.
 *   <li>A denied region is a gap, and everything else is complete.
 *   <li>A type that the inventory doesn't read is refused, which is not the same as finding none of it.
 *   <li>Throttling is waited out within bounds.
 *   <li>Credentials that have expired are named as that.
 *   <li>No message holds a secret.
 *   <li>It is safe to use from many threads at once.
 *   <li>It reacts to interruption within a second.
 *   <li>Global resources come once, not once a region.
 *   <li>{@link #find} tells absent from unreadable, and answers each id in the order asked.
 *   <li>After it is closed, it refuses to be used.
 *   <li>The order is stable: within a cell, two scans of an unchanged estate give the same order.
 * </ol>
 */
public interface ResourceInventory {
    /** What it is able to read. Cheap, and asks no cloud. */
    Reach reach();

    /**
     * The accounts that it reads.
     *
     * @throws CloudException where the cloud won't say
     */
    Set<AccountId> accounts() throws InterruptedException;

    /**
     * Reads every resource of the scope. What can't be read becomes a gap in the sink, never an exception and never
     * silence; what was read of a cell before it failed is kept.
     *
     * @throws CloudException.Unsupported where the scope names a type that this inventory doesn't read
     * @throws InterruptedException       within a second of the interruption of the calling thread
     * @throws IllegalStateException      after it was closed
     */
    void scan(Scope scope, ScanSink sink) throws InterruptedException;

    /**
     * Looks for single resources, without scanning.
     *
     * @param ids ids of this cloud, at most 100
     * @return one finding for each id, in the order of the ids
     * @throws IllegalStateException after it was closed
     */
    List<Finding> find(List<ResourceId> ids) throws InterruptedException;
}
