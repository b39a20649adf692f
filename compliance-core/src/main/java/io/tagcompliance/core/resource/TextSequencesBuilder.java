package io.tagcompliance.core.resource;

/** Numbers sequences of texts, text by text as they come. Confined to one thread. */
final class TextSequencesBuilder {
    private final TextPoolBuilder texts = new TextPoolBuilder();
    private final Ints above = new Ints();
    private final Ints lastText = new Ints();
    private final Slots slots = new Slots();

    TextSequencesBuilder() {
        above.add(TextSequences.EMPTY);
        lastText.add(-1);
    }

    /** The sequence with one text more. */
    int with(int sequence, String text) {
        int number = texts.add(text);
        int hash = Slots.hash(sequence, number);
        int slot = slots.first(hash);
        while (slots.at(slot) >= 0) {
            int node = slots.at(slot) + 1;
            if (above.at(node) == sequence && lastText.at(node) == number) {
                return node;
            }
            slot = slots.next(slot);
        }
        above.add(sequence);
        lastText.add(number);
        return slots.put(slot, hash) + 1;
    }

    /** How many there are, the empty one included. */
    int size() {
        return above.size();
    }

    TextSequences build() {
        return new TextSequences(texts.build(), above.toArray(), lastText.toArray());
    }
}
