package io.tagcompliance.billing;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.Charge;
import java.util.List;
import java.util.function.Consumer;

/** The charge rows of one source of an export, where they lie. */
record BillRows(RowForm form, BillSql sql, SqlEngine engine) {
    /**
     * The rows of a source, in the form that its columns have.
     *
     * @throws UnreadableException where it has no form of a bill
     */
    static BillRows of(Source source, SqlEngine engine) {
        RowForm form = FocusForm.of(source.columns())
                .or(() -> CurForm.of(source.columns()))
                .orElseThrow(() -> noForm(source.columns()));
        return new BillRows(form, new BillSql(form, source.from(), engine), engine);
    }

    private static UnreadableException noForm(List<Column> columns) {
        boolean partedOtherwise =
                columns.size() == 1 && columns.getFirst().header().matches("(?s).*[;\t|].*");
        return UnreadableException.because(
                partedOtherwise
                        ? "the columns of the bill are not parted by commas; export it as CSV with commas"
                        : "the columns of the bill are neither those of FOCUS (ChargeCategory, ChargePeriodStart, BilledCost,"
                                + " BillingCurrency) nor those of a CUR export");
    }

    /** Gives what the rows add up to, a row for each currency, as {@link BillSql#totals} says. */
    void total(BillQuery query, Consumer<String[]> sink) throws InterruptedException {
        engine.query(sql.totals(query), sink);
    }

    /** The number of the first row that is counted as wrong, from one on, told by an engine that keeps the order of rows. */
    String firstWrong(BillQuery query, SqlEngine inOrder) throws InterruptedException {
        StringBuilder number = new StringBuilder();
        inOrder.query(sql.firstWrong(query), cells -> number.append(cells[0]));
        return number.toString();
    }

    /** Gives the lines of a period. */
    void lines(BillQuery query, Digits digits, LineReader reader, Consumer<Charge> sink) throws InterruptedException {
        engine.query(sql.lines(query, digits), cells -> sink.accept(reader.read(cells)));
    }
}
