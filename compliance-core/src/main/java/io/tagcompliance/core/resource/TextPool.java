package io.tagcompliance.core.resource;

/** Texts by number, each of them once. Immutable. */
public final class TextPool {
    private final TextBytes bytes;
    private final int[] addresses;

    TextPool(TextBytes bytes, int[] addresses) {
        this.bytes = bytes;
        this.addresses = addresses;
    }

    /** How many there are: their numbers run from zero to under this. */
    public int size() {
        return addresses.length;
    }

    /** The text of a number, made anew. */
    public String text(int number) {
        return bytes.text(addresses[number]);
    }

    /** The number of a text; negative where it isn't there. Looks through all of them. */
    public int find(String text) {
        for (int number = 0; number < addresses.length; number++) {
            if (bytes.is(addresses[number], text)) {
                return number;
            }
        }
        return -1;
    }

    /** How many characters the text has, as {@link String#length} counts. */
    public int length(int number) {
        return bytes.length(addresses[number]);
    }

    char charAt(int number, int index) {
        return bytes.charAt(addresses[number], index);
    }

    /** In the order of {@link String#compareTo}. */
    int compare(int number, int other) {
        return bytes.compare(addresses[number], addresses[other]);
    }
}
