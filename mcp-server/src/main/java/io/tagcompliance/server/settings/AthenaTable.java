package io.tagcompliance.server.settings;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a table in Athena is named. */
final class AthenaTable {
    static final String PREFIX = "athena:";
    private static final Pattern TABLE = Pattern.compile("athena:([A-Za-z0-9_]{1,255})\\.([A-Za-z0-9_]{1,255})");
    private static final Pattern WORKGROUP = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{0,40}");

    private AthenaTable() {}

    static BillSource.Athena of(String text, RawSettings raw, List<String> regions) {
        Matcher table = TABLE.matcher(text);
        if (!table.matches()) {
            throw new SettingsException(Setting.BILL, "bill names a table in Athena like athena:database.table");
        }
        String set = matched(raw, Setting.BILL_ATHENA_REGION, REGION);
        return new BillSource.Athena(
                table.group(1),
                table.group(2),
                matched(raw, Setting.BILL_ATHENA_WORKGROUP, WORKGROUP),
                set.isEmpty() && !regions.isEmpty() ? regions.getFirst() : set);
    }

    private static String matched(RawSettings raw, Setting setting, Pattern form) {
        String text = raw.text(setting).strip();
        if (!form.matcher(text).matches()) {
            throw new SettingsException(setting, setting.key() + " is no such name");
        }
        return text;
    }
}
