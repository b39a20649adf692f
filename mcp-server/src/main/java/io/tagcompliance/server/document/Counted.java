package io.tagcompliance.server.document;

import java.util.Locale;

/** A number of things, as people say it. */
public final class Counted {
    private Counted() {}

    /**
     * The number and the thing: 1 resource, 2,500 resources.
     *
     * @param thing one of them, of which several get an s
     */
    public static String of(int number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
