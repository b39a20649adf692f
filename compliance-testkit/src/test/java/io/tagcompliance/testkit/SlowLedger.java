package io.tagcompliance.testkit;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.spi.CostLedger;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A bill of one charge, which nobody gets before it is let. */
record SlowLedger(
        CostLedger sound, CountDownLatch begun, CountDownLatch let, CountDownLatch ended, AtomicInteger readings)
        implements CostLedger {
    SlowLedger() {
        this(
                InMemoryLedger.of(List.of(ContractBill.usage(3, "i-0123456789abcdef0", "10"))),
                new CountDownLatch(1),
                new CountDownLatch(1),
                new CountDownLatch(1),
                new AtomicInteger());
    }

    @Override
    public BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException {
        readings.incrementAndGet();
        begun.countDown();
        try {
            let.await();
            return sound.read(query, sink);
        } catch (InterruptedException leaving) {
            ended.countDown();
            throw leaving;
        }
    }

    @Override
    public void close() {
        sound.close();
    }
}
