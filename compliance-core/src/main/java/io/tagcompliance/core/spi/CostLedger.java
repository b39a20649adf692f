package io.tagcompliance.core.spi;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import java.util.function.Consumer;

/**
 * What the clouds charged: a bill of one or more of them.
 *
 * <p>Lines come in any order, which another reading need not repeat: to put those of a large bill in order costs more than to read
 * it. An adapter keeps these guarantees; the contract in {@code compliance-testkit} tests each by its number.
 *
 * <ol>
 *   <li>Every charge row of the period counts in exactly one line, whatever its category.
 *   <li>Sums are exact to the last digit that the bill has.
 *   <li>Amounts of two currencies are never added.
 *   <li>No line adds up rows of both signs.
 *   <li>Keys and values of tags keep every byte, and rows with other tags are other lines, of one resource too.
 *   <li>Where costs of a resource were split, the parts count and the whole doesn't, or the other way round.
 *   <li>Rows of other days don't count, and a row of days and hours counts for the day on which it began.
 *   <li>A period of which the bill knows nothing is unknown, and never costs nothing.
 *   <li>A bill that can't be read is unknown, with what a person can do, and no message holds a path or a secret.
 *   <li>It is safe to use from many threads at once.
 *   <li>After it is closed, it refuses to be used.
 *   <li>It says whether its lines name resources of whatever time it is asked about.
 * </ol>
 */
public interface CostLedger extends AutoCloseable {
    /**
     * Reads the lines of a period.
     *
     * @param sink takes each line, one at a time; what it was given before a reading that ended as unknown
     *             is to be thrown away
     * @throws InterruptedException  within a second of the interruption of the calling thread
     * @throws IllegalStateException after it was closed
     */
    BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException;

    /**
     * Whether its lines name resources, of whatever period it is asked about. One that doesn't is not asked what single resources
     * cost in a month; it may name those of some days all the same.
     */
    default boolean namesResources() {
        return true;
    }

    /** Lets go of what it holds. Closing twice does no harm. */
    @Override
    void close();
}
