package io.tagcompliance.aws;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CostLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import software.amazon.awssdk.services.costexplorer.model.DataUnavailableException;

/**
 * The bill as Cost Explorer tells it, in sums of services, and of resources where the account has opted in and the question is
 * about the last 14 days. What was asked once is answered from memory for six hours, since
 * AWS bills each call and counts new charges a few times a day at most.
 *
 * <p>What it can not do: name resources, accounts and Regions of longer ago; and keep credits apart from usage that Cost Explorer puts into
 * the same sum.
 */
final class CostExplorerLedger implements CostLedger {
    static final Duration REMEMBERED = Duration.ofHours(6);

    /** What was paid for and lacks something that may be there soon. */
    static final Duration REMEMBERED_IN_PART = Duration.ofMinutes(10);

    private final AwsEstate estate;
    private final int mostPaidCalls;
    private final InstantSource clock;
    private final ReentrantLock onePayer = new ReentrantLock();
    private final Map<BillQuery, Remembered> remembered = new HashMap<>();

    CostExplorerLedger(AwsEstate estate, int mostPaidCalls, InstantSource clock) {
        this.estate = estate;
        this.mostPaidCalls = mostPaidCalls;
        this.clock = clock;
    }

    /**
     * What a question got.
     *
     * @param goodFor how long it makes no sense to ask anew: what failed may go well the next time, and what is too dear or too
     *                early stays so for a while, and was paid for too
     */
    record Answer(BillReading reading, List<Charge> lines, Duration goodFor) {
        Answer {
            lines = List.copyOf(lines);
        }

        static Answer unknown(ReadFailure failure) {
            boolean stays = failure.kind() == Kind.UNSUPPORTED || failure.equals(nothingYet());
            return new Answer(new BillReading.Unknown(failure), List.of(), stays ? REMEMBERED : Duration.ZERO);
        }
    }

    private record Remembered(Instant until, Answer answer) {}

    @Override
    public BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException {
        Answer answer = answer(query);
        answer.lines().forEach(sink);
        return answer.reading();
    }

    /** One question at a time: two that are alike are paid for once. */
    private Answer answer(BillQuery query) throws InterruptedException {
        onePayer.lockInterruptibly();
        try {
            estate.access().clients().refuseIfClosed();
            Instant now = clock.instant();
            remembered.values().removeIf(old -> !now.isBefore(old.until()));
            Remembered known = remembered.get(query);
            if (known != null) {
                return known.answer();
            }
            Answer answer = Workers.with(workers -> ask(query));
            remembered.put(query, new Remembered(now.plus(answer.goodFor()), answer));
            return answer;
        } finally {
            onePayer.unlock();
        }
    }

    private Answer ask(BillQuery query) {
        try {
            Account own = estate.accounts().own(Scope.EVERYTHING);
            Place home = Place.of(estate.access(), own, estate.regions().ofPartition());
            return new CostReading(home, query, new PaidCalls(mostPaidCalls)).read(clock.instant());
        } catch (CloudException failed) {
            return Answer.unknown(
                    failed.getCause() instanceof DataUnavailableException ? nothingYet() : failed.failure());
        }
    }

    /** No charge at all is no bill of nothing. */
    static ReadFailure nothingYet() {
        return new ReadFailure(
                Kind.UNAVAILABLE,
                CostExplorer.COSTS.name(),
                "Cost Explorer has no charges of that time yet: it needs up to 24 hours, and once after it was first"
                        + " opened; ask again later, or about another time.");
    }

    /** Those of some days only, which are no month. */
    @Override
    public boolean namesResources() {
        return false;
    }

    @Override
    public void close() {
        estate.close();
    }
}
