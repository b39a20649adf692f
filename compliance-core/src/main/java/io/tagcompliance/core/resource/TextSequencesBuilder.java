package io.tagcompliance.core.resource;

import java.util.ArrayList;
import java.util.List;

/** Numbers sequences of texts, text by text as they come. Confined to one thread. */
final class TextSequencesBuilder {
    /** Of so many sequences it is remembered how they went on last, since most go on as they did before. */
    private static final int MOST_REMEMBERED = 1 << 16;

    private static final Step NEVER = new Step("", -1);

    private final TextPoolBuilder texts = new TextPoolBuilder();
    private final Ints above = new Ints();
    private final Ints lastText = new Ints();
    private final Ints lengths = new Ints();
    private final Slots slots = new Slots();
    private final List<Step> lastSteps = new ArrayList<>();

    TextSequencesBuilder() {
        above.add(TextSequences.EMPTY);
        lastText.add(-1);
        lengths.add(0);
        lastSteps.add(NEVER);
    }

    /** A text that followed a sequence, and the sequence that came of it. */
    private record Step(String text, int to) {}

    /** The sequence with one text more. */
    int with(int sequence, String text) {
        int known = asLast(sequence, text);
        if (known >= 0) {
            return known;
        }
        int number = texts.add(text);
        int hash = Slots.hash(sequence, number);
        int slot = search(sequence, number, hash);
        if (slots.at(slot) >= 0) {
            return stepped(sequence, text, slots.at(slot) + 1);
        }
        above.add(sequence);
        lastText.add(number);
        lengths.add(lengths.at(sequence) + 1);
        if (lastSteps.size() < MOST_REMEMBERED) {
            lastSteps.add(NEVER);
        }
        return stepped(sequence, text, slots.put(slot, hash) + 1);
    }

    /** The same, where it was there before; negative where it wasn't. */
    int find(int sequence, String text) {
        int known = asLast(sequence, text);
        int number = known >= 0 ? -1 : texts.find(text);
        if (number < 0) {
            return known;
        }
        int slot = search(sequence, number, Slots.hash(sequence, number));
        return slots.at(slot) >= 0 ? stepped(sequence, text, slots.at(slot) + 1) : -1;
    }

    private int asLast(int sequence, String text) {
        Step last = sequence < lastSteps.size() ? lastSteps.get(sequence) : NEVER;
        return last.text().equals(text) ? last.to() : -1;
    }

    private int stepped(int sequence, String text, int to) {
        if (sequence < lastSteps.size()) {
            lastSteps.set(sequence, new Step(text, to));
        }
        return to;
    }

    private int search(int sequence, int number, int hash) {
        int slot = slots.first(hash);
        while (slots.at(slot) >= 0) {
            int node = slots.at(slot) + 1;
            if (above.at(node) == sequence && lastText.at(node) == number) {
                return slot;
            }
            slot = slots.next(slot);
        }
        return slot;
    }

    /** How many texts a sequence has. */
    int length(int sequence) {
        return lengths.at(sequence);
    }

    /** How many there are, the empty one included. */
    int size() {
        return above.size();
    }

    TextSequences build() {
        return new TextSequences(texts.build(), above.toArray(), lastText.toArray());
    }
}
