package io.tagcompliance.core.resource;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts one behind the other in a few large arrays. A text is its length, in steps of seven bits with one bit that tells
 * whether it is wide, and its characters: a byte each, or two where some character needs two. So every text comes back as it
 * was, half characters included. No text lies in two arrays; one that is larger than an array is usual has its own.
 */
final class TextBytes {
    /** An address is the number of an array, and a place in it. */
    private static final int PLACE_BITS = 20;

    private static final int USUAL = 1 << PLACE_BITS;
    private static final int MOST_ARRAYS = 1 << (Integer.SIZE - PLACE_BITS);
    private static final int FIRST = 1 << 8;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[][] arrays = {new byte[FIRST]};
    private int last;
    private int used;

    /**
     * Adds a text that has a byte for each character.
     *
     * @return its address
     * @throws IllegalStateException where there are four gigabytes already
     */
    int append(byte[] latin1, int from, int to) {
        int length = to - from;
        int address = begin(length << 1, length);
        System.arraycopy(latin1, from, arrays[last], used, length);
        used += length;
        return address;
    }

    /**
     * Adds a text of which some character needs two bytes.
     *
     * @return its address
     * @throws IllegalStateException where there are four gigabytes already
     */
    int append(String wide) {
        int address = begin((wide.length() << 1) | 1, 2L * wide.length());
        byte[] array = arrays[last];
        for (int index = 0; index < wide.length(); index++) {
            char character = wide.charAt(index);
            array[used++] = (byte) (character >> 8);
            array[used++] = (byte) character;
        }
        return address;
    }

    private int begin(int header, long bytes) {
        makeRoomFor(5L + bytes);
        int address = (last << PLACE_BITS) | used;
        int left = header;
        while ((left & ~0x7F) != 0) {
            arrays[last][used++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        arrays[last][used++] = (byte) left;
        return address;
    }

    private void makeRoomFor(long bytes) {
        if (used + bytes <= arrays[last].length) {
            return;
        }
        if (used + bytes <= USUAL) {
            int doubled = Math.min(USUAL, arrays[last].length << 1);
            arrays[last] = Arrays.copyOf(arrays[last], (int) Math.max(used + bytes, doubled));
            return;
        }
        if (last + 1 == MOST_ARRAYS || bytes > Integer.MAX_VALUE - USUAL) {
            throw new IllegalStateException(
                    "a scan holds more than four gigabytes of texts: scan a part of the estate");
        }
        trim();
        arrays = Arrays.copyOf(arrays, last + 2);
        arrays[++last] = new byte[(int) Math.max(USUAL, bytes)];
        used = 0;
    }

    /** Gives back what the last array has left over. */
    void trim() {
        arrays[last] = Arrays.copyOf(arrays[last], used);
    }

    /** Where the length ends and the characters begin, and how long they are. */
    private static int header(byte[] array, int place) {
        return array[place] >= 0 ? array[place] : longHeader(array, place);
    }

    private static int longHeader(byte[] array, int place) {
        int header = 0;
        int at = place;
        for (int shift = 0; ; shift += 7) {
            byte step = array[at++];
            header |= (step & 0x7F) << shift;
            if (step >= 0) {
                return header;
            }
        }
    }

    private static int headerSize(int header) {
        return (38 - Integer.numberOfLeadingZeros(header | 1)) / 7;
    }

    private byte[] array(int address) {
        return arrays[address >>> PLACE_BITS];
    }

    private static int place(int address) {
        return address & (USUAL - 1);
    }

    String text(int address) {
        byte[] array = array(address);
        int header = header(array, place(address));
        int from = place(address) + headerSize(header);
        int length = header >>> 1;
        if ((header & 1) == 0) {
            return new String(array, from, length, StandardCharsets.ISO_8859_1);
        }
        char[] characters = new char[length];
        for (int index = 0; index < length; index++) {
            characters[index] = wideAt(array, from, index);
        }
        return new String(characters);
    }

    private static char wideAt(byte[] array, int from, int index) {
        return (char) ((array[from + 2 * index] << 8) | (array[from + 2 * index + 1] & 0xFF));
    }

    private static char at(byte[] array, int from, int index, int header) {
        return (header & 1) == 0 ? (char) (array[from + index] & 0xFF) : wideAt(array, from, index);
    }

    /** How many characters it has. */
    int length(int address) {
        return header(array(address), place(address)) >>> 1;
    }

    /** One of its characters. */
    char charAt(int address, int index) {
        byte[] array = array(address);
        int header = header(array, place(address));
        return at(array, place(address) + headerSize(header), index, header);
    }

    /** Eight characters are compared in a step; some of the last ones twice, if need be. */
    boolean is(int address, byte[] latin1, int begin, int end) {
        byte[] array = array(address);
        int header = header(array, place(address));
        if (header != (end - begin) << 1) {
            return false;
        }
        int shift = place(address) + headerSize(header) - begin;
        int last = end - Long.BYTES;
        if (last < begin) {
            return Arrays.equals(array, begin + shift, end + shift, latin1, begin, end);
        }
        for (int at = begin; at < last; at += Long.BYTES) {
            if ((long) LONGS.get(array, at + shift) != (long) LONGS.get(latin1, at)) {
                return false;
            }
        }
        return (long) LONGS.get(array, last + shift) == (long) LONGS.get(latin1, last);
    }

    boolean is(int address, String text) {
        byte[] array = array(address);
        int header = header(array, place(address));
        if (header >>> 1 != text.length()) {
            return false;
        }
        int from = place(address) + headerSize(header);
        for (int index = 0; index < text.length(); index++) {
            if (at(array, from, index, header) != text.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /** In the order of {@link String#compareTo}. */
    int compare(int address, int other) {
        byte[] one = array(address);
        byte[] two = array(other);
        int header = header(one, place(address));
        int otherHeader = header(two, place(other));
        int from = place(address) + headerSize(header);
        int otherFrom = place(other) + headerSize(otherHeader);
        if (((header | otherHeader) & 1) == 0) {
            return Arrays.compareUnsigned(
                    one, from, from + (header >>> 1), two, otherFrom, otherFrom + (otherHeader >>> 1));
        }
        int common = Math.min(header >>> 1, otherHeader >>> 1);
        for (int index = 0; index < common; index++) {
            int difference = at(one, from, index, header) - at(two, otherFrom, index, otherHeader);
            if (difference != 0) {
                return difference;
            }
        }
        return (header >>> 1) - (otherHeader >>> 1);
    }
}
