package io.tagcompliance.core.resource;

import java.util.Arrays;
import java.util.List;

/**
 * Sequences of texts by number, as a tree: a node is the sequence of the node above it, and one text more. An estate has few
 * sequences of keys, however many resources it has. Immutable.
 */
public final class TextSequences {
    static final int EMPTY = 0;

    private final TextPool texts;
    private final int[] above;
    private final int[] lastText;

    TextSequences(TextPool texts, int[] above, int[] lastText) {
        this.texts = texts;
        this.above = above;
        this.lastText = lastText;
    }

    /** How many there are: their numbers run from zero to under this. Some may stand for nothing but a part of others. */
    public int size() {
        return above.length;
    }

    /** Every text that stands in some sequence. */
    public TextPool all() {
        return texts;
    }

    /** The texts of a sequence, in order. */
    public List<String> texts(int sequence) {
        String[] inOrder = new String[length(sequence)];
        int at = inOrder.length;
        for (int node = sequence; node != EMPTY; node = above[node]) {
            inOrder[--at] = texts.text(lastText[node]);
        }
        return Arrays.asList(inOrder);
    }

    /** How many texts a sequence has. */
    public int length(int sequence) {
        int length = 0;
        for (int node = sequence; node != EMPTY; node = above[node]) {
            length++;
        }
        return length;
    }
}
