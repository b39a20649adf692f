package io.tagcompliance.billing;

import java.util.Locale;

/** What is read of a charge row, whatever form its export has. */
enum Field {
    PROVIDER,
    PUBLISHER,
    SERVICE_PROVIDER,
    HOST,
    ISSUER,
    CURRENCY,
    CATEGORY,
    CLASS,
    COMMITMENT,
    SERVICE,
    ACCOUNT,
    REGION,
    RESOURCE,
    RESOURCE_TYPE;

    /** Whether it is about one resource; the others are the same on many lines. */
    boolean isOfOneResource() {
        return switch (this) {
            case RESOURCE, RESOURCE_TYPE -> true;
            case PROVIDER,
                    PUBLISHER,
                    SERVICE_PROVIDER,
                    HOST,
                    ISSUER,
                    CURRENCY,
                    CATEGORY,
                    CLASS,
                    COMMITMENT,
                    SERVICE,
                    ACCOUNT,
                    REGION -> false;
        };
    }

    /** Its name in SQL. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
