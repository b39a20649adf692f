package io.tagcompliance.billing;

import java.time.Duration;

/**
 * Which table in Athena holds a bill.
 *
 * @param workgroup with which it is read; its settings say where results are kept
 * @param region    empty = that of the environment
 * @param longest   how long each of the two queries of a reading may take, the wait in the workgroup's queue included; 10 minutes
 *                  where nothing else is said
 */
public record AthenaSettings(String database, String table, String workgroup, String region, Duration longest) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    public AthenaSettings(String database, String table, String workgroup, String region) {
        this(database, table, workgroup, region, LONGEST);
    }

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
