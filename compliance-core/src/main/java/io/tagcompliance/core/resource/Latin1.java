package io.tagcompliance.core.resource;

/** One text at a time as bytes, one for each character, where every character fits into one. Confined to one thread. */
final class Latin1 {
    private static final int HIGHEST = 0xFF;

    private char[] characters = new char[64];
    private byte[] bytes = new byte[64];

    /** Takes a text, instead of the one before; whether that could be done. */
    boolean take(String text) {
        int length = text.length();
        if (length > bytes.length) {
            characters = new char[length];
            bytes = new byte[length];
        }
        text.getChars(0, length, characters, 0);
        int bits = 0;
        for (int index = 0; index < length; index++) {
            bytes[index] = (byte) characters[index];
            bits |= characters[index];
        }
        return bits <= HIGHEST;
    }

    /** The bytes of the text, and behind them whatever was there before. */
    byte[] bytes() {
        return bytes;
    }
}
