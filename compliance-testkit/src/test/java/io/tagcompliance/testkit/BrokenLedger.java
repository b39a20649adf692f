package io.tagcompliance.testkit;

import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.spi.CostLedger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A bill whose ledger keeps every guarantee but one. */
enum BrokenLedger {
    /** Leaves tax out, since nobody can do anything about it. */
    G01 {
        @Override
        BillReading read(CostLedger sound, BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            return sound.read(query, line -> {
                if (line.kind() != ChargeKind.TAX) {
                    sink.accept(line);
                }
            });
        }
    },
    /** Counts in doubles. */
    G02 {
        @Override
        BillReading read(CostLedger sound, BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            return sound.read(
                    query,
                    line -> sink.accept(costing(
                            line, BigDecimal.valueOf(line.cost().amount().floatValue()))));
        }
    },
    /** Takes every amount for dollars. */
    G03 {
        @Override
        BillReading read(CostLedger sound, BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            return sound.read(
                    query,
                    line -> sink.accept(new Charge(
                            line.kind(),
                            line.place(),
                            line.what(),
                            line.tags(),
                            new Money(line.cost().amount(), ContractBill.USD))));
        }
    },
    /** Nets credits. */
    G04 {
        @Override
        BillReading read(CostLedger sound, BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            Map<Charge, BigDecimal> netted = new LinkedHashMap<>();
            BillReading reading = sound.read(
                    query,
                    line -> netted.merge(
                            costing(line, BigDecimal.ZERO), line.cost().amount(), BigDecimal::add));
            netted.forEach((line, sum) -> sink.accept(costing(line, sum)));
            return reading;
        }
    },
    /** Folds keys and strips values. */
    G05 {
        @Override
        BillReading read(CostLedger sound, BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            return sound.read(query, line -> {
                Map<String, String> stripped = new HashMap<>();
                line.tags().asMap().forEach((key, value) -> stripped.put(key, value.strip()));
                sink.accept(new Charge(line.kind(), line.place(), line.what(), Tags.of(stripped), line.cost()));
            });
        }
    },
    /** Counts what was split, and its parts. */
    G06 {
        @Override
        List<ChargeRow> besides(List<SplitRow> splits) {
            return splits.stream().map(SplitRow::whole).toList();
        }
    },
    /** Counts the day after the last. */
    G07 {
        @Override
        BillReading read(CostLedger sound, BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            BillingPeriod longer = new BillingPeriod(
                    query.period().start(), query.period().end().plusDays(1));
            return sound.read(new BillQuery(longer, query.metric(), query.keys()), sink);
        }
    },
    /** Takes no charge for a charge of nothing. */
    G08 {
        @Override
        BillReading read(CostLedger sound, BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            BillReading reading = sound.read(query, sink);
            return reading instanceof BillReading.Unknown unknown
                            && unknown.failure().remedy().contains("no charge")
                    ? new BillReading.Read(new BillFacts(
                            "nothing",
                            BillFacts.Certainty.of(BillFacts.State.CLOSED),
                            query.period().start(),
                            0,
                            List.of(),
                            new BillFacts.Activation.Untold(List.of()),
                            List.of()))
                    : reading;
        }
    },
    /** Tells where the bill is. */
    G09 {
        @Override
        CostLedger unreadable() {
            return InMemoryBill.failing("no such file: desk/third-drawer/bill.csv");
        }
    },
    /** Loses a line where another thread reads. */
    G10 {
        @Override
        BillReading read(CostLedger sound, BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            boolean alone = READING.incrementAndGet() == 1;
            try {
                List<Charge> lines = new ArrayList<>();
                BillReading read = sound.read(query, lines::add);
                Thread.sleep(5);
                lines.subList(alone ? 0 : Math.min(1, lines.size()), lines.size())
                        .forEach(sink);
                return read;
            } finally {
                READING.decrementAndGet();
            }
        }
    },
    /** Goes on after it was closed. */
    G11 {
        @Override
        void close(CostLedger sound) {
            // It stays as it was.
        }
    },
    /** Says that it can't what it does. */
    G12 {
        @Override
        boolean namesResources() {
            return false;
        }
    };

    private static final AtomicInteger READING = new AtomicInteger();

    BillReading read(CostLedger sound, BillQuery query, Consumer<Charge> sink) throws InterruptedException {
        return sound.read(query, sink);
    }

    void close(CostLedger sound) {
        sound.close();
    }

    boolean namesResources() {
        return true;
    }

    /** Rows that count though they shouldn't. */
    List<ChargeRow> besides(List<SplitRow> splits) {
        return List.of();
    }

    CostLedger unreadable() {
        return new InMemoryBill().unreadable();
    }

    private static Charge costing(Charge line, BigDecimal amount) {
        return new Charge(
                line.kind(),
                line.place(),
                line.what(),
                line.tags(),
                new Money(amount, line.cost().currency()));
    }

    /** A bill that is broken so. */
    SimulatedBill bill() {
        BrokenLedger broken = this;
        return new InMemoryBill() {
            @Override
            public CostLedger of(List<ChargeRow> rows, List<SplitRow> splits) {
                List<ChargeRow> all = new ArrayList<>(rows);
                all.addAll(broken.besides(splits));
                return broken.over(super.of(all, splits));
            }

            @Override
            public CostLedger unreadable() {
                return broken.unreadable();
            }
        };
    }

    private CostLedger over(CostLedger sound) {
        BrokenLedger broken = this;
        return new CostLedger() {
            @Override
            public BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException {
                return broken.read(sound, query, sink);
            }

            @Override
            public boolean namesResources() {
                return broken.namesResources();
            }

            @Override
            public void close() {
                broken.close(sound);
            }
        };
    }
}
