package io.tagcompliance.billing;

import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.testkit.ChargeRow;
import io.tagcompliance.testkit.SimulatedBill;
import io.tagcompliance.testkit.SplitRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A bill in files of one form. */
final class BillInFiles implements SimulatedBill {
    private static final InstantSource LATER = InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));

    private final Path directory;
    private final Form form;

    BillInFiles(Form form) {
        this.form = form;
        try {
            this.directory = Files.createTempDirectory("a-bill-of-");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** How the files are written. */
    enum Form {
        FOCUS_CSV {
            @Override
            Path write(Path directory, List<List<String>> rows) {
                Path file = directory.resolve("focus.csv");
                FocusWriter.FOCUS.csv(file, rows);
                return file;
            }
        },
        /** Everything is text, as a table over CSV has it. */
        FOCUS_TEXTS_PARQUET {
            @Override
            Path write(Path directory, List<List<String>> rows) {
                Path file = directory.resolve("texts.parquet");
                FocusWriter.FOCUS.parquet(file, rows, "*");
                return file;
            }
        },
        /** A folder of gzipped parts, beside something else. */
        FOCUS_PARTS {
            @Override
            Path write(Path directory, List<List<String>> rows) {
                Path parts = directory.resolve("month=2026-09");
                try {
                    Files.createDirectories(parts);
                    Files.writeString(parts.resolve("manifest.json"), "{}");
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
                int half = rows.size() / 2;
                FocusWriter.FOCUS.gzip(parts.resolve("part-1.csv.gz"), rows.subList(0, half));
                FocusWriter.FOCUS.gzip(parts.resolve("part-2.csv.gz"), rows.subList(half, rows.size()));
                return directory;
            }
        },
        /** Costs as numbers, tags as maps, times as times. */
        FOCUS_PARQUET {
            @Override
            Path write(Path directory, List<List<String>> rows) {
                Path file = directory.resolve("focus.parquet");
                FocusWriter.FOCUS.parquet(
                        file,
                        rows,
                        "* REPLACE (ChargePeriodStart::TIMESTAMP AS ChargePeriodStart, BilledCost::DOUBLE AS BilledCost,"
                                + " EffectiveCost::DOUBLE AS EffectiveCost, CASE WHEN Tags IN ('NULL', '{}') OR Tags IS NULL"
                                + " THEN MAP {} ELSE from_json(Tags, '\"MAP(VARCHAR, VARCHAR)\"') END AS Tags)");
                return file;
            }
        },
        CUR_CSV {
            @Override
            Path write(Path directory, List<List<String>> rows) {
                Path file = directory.resolve("cur.csv");
                CurWriter.CUR.csv(file, rows);
                return file;
            }
        },
        /** CUR 2.0: columns in snake case, tags in a map whose keys have a prefix. */
        CUR_PARQUET {
            @Override
            Path write(Path directory, List<List<String>> rows) {
                Path file = directory.resolve("cur.snappy.parquet");
                CurWriter.CUR.parquet(
                        file,
                        rows,
                        "\"lineItem/UsageStartDate\"::TIMESTAMP AS line_item_usage_start_date,"
                                + " \"lineItem/LineItemType\" AS line_item_line_item_type,"
                                + " \"lineItem/UnblendedCost\"::DOUBLE AS line_item_unblended_cost,"
                                + " \"lineItem/CurrencyCode\" AS line_item_currency_code,"
                                + " \"lineItem/UsageAccountId\" AS line_item_usage_account_id,"
                                + " \"lineItem/ProductCode\" AS line_item_product_code,"
                                + " \"lineItem/ResourceId\" AS line_item_resource_id,"
                                + " \"bill/BillingEntity\" AS bill_billing_entity,"
                                + " \"product/region\" AS product_region_code,"
                                + " TRY_CAST(\"savingsPlan/SavingsPlanEffectiveCost\" AS DOUBLE)"
                                + " AS savings_plan_savings_plan_effective_cost,"
                                + " TRY_CAST(\"reservation/UnusedRecurringFee\" AS DOUBLE) AS reservation_unused_recurring_fee,"
                                + " map_from_entries(list_filter([ROW('user_cost_center', \"resourceTags/user:CostCenter\"),"
                                + " ROW('user_owner', \"resourceTags/user:Owner\"), ROW('user_stage', \"resourceTags/user:Stage\")],"
                                + " lambda tag: tag[2] IS NOT NULL AND tag[2] <> '')) AS resource_tags");
                return file;
            }
        };

        abstract Path write(Path directory, List<List<String>> rows);

        boolean isFocus() {
            return name().startsWith("FOCUS");
        }
    }

    @Override
    public CostLedger of(List<ChargeRow> rows, List<SplitRow> splits) {
        return written((form.isFocus() ? FocusWriter.FOCUS : CurWriter.CUR).all(rows, splits));
    }

    /** A ledger over rows that are cells already. */
    CostLedger written(List<List<String>> rows) {
        return BillFiles.at(form.write(directory, rows), LATER);
    }

    @Override
    public CostLedger unreadable() {
        Path file = directory.resolve("torn.parquet");
        try {
            Files.writeString(file, "PAR1 and then nothing of the kind");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return BillFiles.at(file, LATER);
    }

    @Override
    public String place() {
        return directory.toString();
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
