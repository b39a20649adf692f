package io.tagcompliance.billing;

import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.testkit.ChargeRow;
import io.tagcompliance.testkit.SimulatedBill;
import io.tagcompliance.testkit.SplitRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A bill in tables of the lab's Athena. */
final class BillInAthena implements SimulatedBill {
    private static final InstantSource LATER = InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));
    private static final String DATABASE = "secret_finances";

    static {
        // what the default chain of credentials looks at first
        System.setProperty("aws.accessKeyId", "lab-key");
        System.setProperty("aws.secretAccessKey", "lab-secret");
    }

    private final AthenaLab lab = new AthenaLab(DATABASE);
    private final AtomicInteger tables = new AtomicInteger();
    private Duration longest = Duration.ofMinutes(10);

    AthenaLab lab() {
        return lab;
    }

    @Override
    public CostLedger of(List<ChargeRow> rows, List<SplitRow> splits) {
        return table(BillInFiles.Form.FOCUS_PARQUET, FocusWriter.FOCUS.all(rows, splits));
    }

    /** A ledger over a table as one over files of CSV is, where all is text. */
    CostLedger withTimesAsTexts(List<List<String>> rows) {
        return table(BillInFiles.Form.FOCUS_TEXTS_PARQUET, rows);
    }

    private CostLedger table(BillInFiles.Form form, List<List<String>> rows) {
        String table = "focus_" + tables.incrementAndGet();
        try {
            Path directory = Files.createTempDirectory("a-table-of-");
            Path file = form.write(directory, rows);
            lab.table(DATABASE + "." + table, file);
            Files.delete(file);
            Files.delete(directory);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ledger(table);
    }

    /** No query takes longer than that, from the next ledger on. */
    void takesAtMost(Duration other) {
        longest = other;
    }

    private CostLedger ledger(String table) {
        return AthenaBill.over(
                        new AthenaSettings(DATABASE, table, "primary", "eu-west-1"),
                        LATER,
                        builder -> builder.endpointOverride(lab.end()))
                .within(longest);
    }

    @Override
    public CostLedger unreadable() {
        return ledger("of_nobody");
    }

    @Override
    public String place() {
        return DATABASE;
    }

    @Override
    public void close() {
        lab.close();
    }
}
