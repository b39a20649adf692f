package io.tagcompliance.server.settings;

import io.tagcompliance.server.settings.RawSettings.Value;
import java.nio.file.Path;
import java.util.List;

/** Where costs are taken from. */
public sealed interface BillSource {
    /** Nowhere that is set. */
    record None() implements BillSource {}

    /** An export, or the folder of its parts. */
    record Export(Path path) implements BillSource {}

    /**
     * Cost Explorer.
     *
     * @param mostPaidCalls how many calls one question may take
     */
    record CostExplorer(int mostPaidCalls) implements BillSource {}

    /**
     * A table in Athena over an export.
     *
     * @param region empty = the first that is read
     */
    record Athena(String database, String table, String workgroup, String region) implements BillSource {}

    /** @throws SettingsException where it can't be told what is meant */
    static BillSource of(RawSettings raw, List<String> regions) {
        int mostPaidCalls = Settings.number(raw, Setting.BILL_PAID_CALLS, 1, 1_000);
        Value value = raw.value(Setting.BILL);
        String text = value.text().strip();
        if (text.isEmpty()) {
            return new None();
        }
        if (text.equals("cost_explorer")) {
            return new CostExplorer(mostPaidCalls);
        }
        return text.startsWith(AthenaTable.PREFIX)
                ? AthenaTable.of(text, raw, regions)
                : new Export(value.base().resolve(text).normalize());
    }
}
