package io.tagcompliance.testkit;

import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.spi.CostLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A ledger of rows in memory, which keeps every guarantee of its port. */
public final class InMemoryLedger implements CostLedger {
    private final List<ChargeRow> rows;
    private final AtomicBoolean closed = new AtomicBoolean();

    private InMemoryLedger(List<ChargeRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** A ledger of these rows. */
    public static InMemoryLedger of(List<ChargeRow> rows) {
        return new InMemoryLedger(rows);
    }

    /** What rows of one line have in common. */
    private record Alike(ChargeKind kind, ChargePlace place, Charged what, Tags tags, Currency currency, Sign sign) {
        private enum Sign {
            COST,
            CREDIT
        }

        static Alike of(ChargeRow row, Money cost) {
            Sign sign = cost.isNegative() ? Sign.CREDIT : Sign.COST;
            return new Alike(row.kind(), row.place(), row.what(), row.tags(), cost.currency(), sign);
        }
    }

    @Override
    public BillReading read(BillQuery query, Consumer<Charge> sink) {
        if (closed.get()) {
            throw new IllegalStateException("the ledger was closed");
        }
        List<ChargeRow> inPeriod =
                rows.stream().filter(row -> query.period().includes(row.day())).toList();
        if (inPeriod.isEmpty()) {
            return new BillReading.Unknown(
                    new ReadFailure(ReadFailure.Kind.UNAVAILABLE, "bill", "the bill has no charge of that time"));
        }
        lines(inPeriod, query).forEach((line, sum) -> sink.accept(charge(line, sum)));
        return new BillReading.Read(facts(inPeriod, query));
    }

    private static Map<Alike, BigDecimal> lines(List<ChargeRow> rows, BillQuery query) {
        Map<Alike, BigDecimal> lines = new LinkedHashMap<>();
        for (ChargeRow row : rows) {
            Money cost = row.cost(query.metric());
            lines.merge(Alike.of(row, cost), cost.amount(), BigDecimal::add);
        }
        return lines;
    }

    private static Charge charge(Alike line, BigDecimal sum) {
        return new Charge(line.kind(), line.place(), line.what(), line.tags(), new Money(sum, line.currency()));
    }

    private static BillFacts facts(List<ChargeRow> rows, BillQuery query) {
        Map<Currency, Money> totals = rows.stream()
                .map(row -> row.cost(query.metric()))
                .collect(Collectors.toMap(Money::currency, cost -> cost, Money::plus, LinkedHashMap::new));
        LocalDate last =
                rows.stream().map(ChargeRow::day).max(Comparator.naturalOrder()).orElseThrow();
        return new BillFacts(
                "rows in memory",
                BillFacts.Certainty.of(BillFacts.State.CLOSED),
                last,
                rows.size(),
                List.copyOf(totals.values()),
                new BillFacts.Activation.Untold(List.of()),
                List.of());
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
