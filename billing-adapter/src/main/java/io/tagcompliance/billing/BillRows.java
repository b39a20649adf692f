package io.tagcompliance.billing;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.Charge;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The charge rows of one source of an export, where they lie. */
record BillRows(RowForm form, BillSql sql, SqlEngine engine) {
    /**
     * The rows of a source, in the form that its columns have.
     *
     * @throws UnreadableException where it can't be read, or has no form of a bill
     */
    static BillRows of(String source, SqlEngine engine) throws InterruptedException {
        List<Column> columns = engine.columns(source);
        RowForm form = FocusForm.of(columns)
                .or(() -> CurForm.of(columns))
                .orElseThrow(() -> UnreadableException.because(
                        "the columns of the bill are neither those of FOCUS (ChargeCategory, ChargePeriodStart, BilledCost,"
                                + " BillingCurrency) nor those of a CUR export"));
        return new BillRows(form, new BillSql(form, source, engine), engine);
    }

    /** Gives what the rows add up to, a row for each currency, as {@link BillSql#totals} says. */
    void total(BillQuery query, Consumer<String[]> sink) throws InterruptedException {
        engine.query(sql.totals(query), sink);
    }

    /** Where the first row is that is counted as wrong, in words; nothing where rows have no order. */
    String firstWrong(BillQuery query) throws InterruptedException {
        Optional<SqlEngine> inOrder = engine.inOrder();
        if (inOrder.isEmpty()) {
            return "";
        }
        StringBuilder where = new StringBuilder();
        try (SqlEngine slower = inOrder.get()) {
            slower.query(sql.firstWrong(query), cells -> where.append(cells[0]));
        }
        return ", the first in row " + where + " under the names of the columns";
    }

    /** Gives the lines of a period. */
    void lines(BillQuery query, Digits digits, LineReader reader, Consumer<Charge> sink) throws InterruptedException {
        engine.query(sql.lines(query, digits), cells -> sink.accept(reader.read(cells)));
    }
}
