package io.tagcompliance.billing;

/**
 * Which table in Athena holds a bill.
 *
 * @param workgroup with which it is read; its settings say where results are kept
 * @param region    empty = that of the environment
 */
public record AthenaSettings(String database, String table, String workgroup, String region) {
    /** @throws IllegalArgumentException where a name is none that Athena can have */
    public AthenaSettings {
        if (!(database + table).matches("\\w+")) {
            throw new IllegalArgumentException("a table in Athena is named by letters, digits and underscores");
        }
    }

    /** What stands after FROM. */
    String source() {
        return '"' + database + "\".\"" + table + '"';
    }
}
