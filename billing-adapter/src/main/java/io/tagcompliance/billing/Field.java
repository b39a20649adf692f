package io.tagcompliance.billing;

import java.util.Locale;

/** What is read of a charge row, whatever form its export has. */
enum Field {
    PROVIDER,
    PUBLISHER,
    CURRENCY,
    CATEGORY,
    CLASS,
    COMMITMENT,
    SERVICE,
    ACCOUNT,
    REGION,
    RESOURCE,
    RESOURCE_TYPE;

    /** Its name in SQL. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
